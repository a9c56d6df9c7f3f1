import type { ChannelPreview, Preview } from '../desk/desk.ts';
import { onOneLine } from './align-columns.ts';
import { printJsonLines } from './print-followed.ts';
import type { CliWorld } from './world.ts';

/** What each channel would say, as text to read or one JSON object a line. */
export const printPreview = (world: CliWorld, { channels }: Preview, json: boolean): Promise<void> =>
  world.stdout.write(json ? printJsonLines(channels) : channels.map(printChannel).join('\n'));

const printChannel = ({ channel, looks, text, image, skippedBy, length, limit }: ChannelPreview): string => {
  if (text === null) return `${channel}  skipped  ${onOneLine(skippedBy ?? '')}\n`;
  const lines = text.split('\n').map((line) => `  ${onOneLine(line)}`.trimEnd());
  const picture = image === null ? [] : [`  [picture: ${onOneLine(image)}]`];
  return `${[`${channel}  ${looks}, ${length} of ${limit} characters`, ...picture, ...lines].join('\n')}\n`;
};
