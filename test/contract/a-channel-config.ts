import type { ChannelConfig } from '../../src/article/channel.ts';
import { plainWording } from '../../src/article/wording.ts';

export const aChannelConfig = (changes: Partial<ChannelConfig> & Pick<ChannelConfig, 'id'>): ChannelConfig => ({
  platform: 'preview',
  target: null,
  looks: 'telegram',
  takes: {},
  minConfidence: 0,
  wording: plainWording,
  pictures: true,
  silent: false,
  button: null,
  pace: { minGapMs: 0, rates: [] },
  quietHours: null,
  ...changes,
});
