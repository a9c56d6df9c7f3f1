import { describe, expect, it } from '@jest/globals';
import { findRefusal } from '../../../../src/channels/preview/refusals.ts';

describe('what a preview channel refuses', () => {
  it('is what Telegram would refuse, its markup not counted', () => {
    expect(findRefusal(`<b>${'я'.repeat(4096)}</b>`, 'telegram', false)).toBeNull();
    expect(findRefusal('&amp;'.repeat(4096), 'telegram', false)).toBeNull();
    expect(findRefusal('я'.repeat(4097), 'telegram', false)).toMatch(/4097 characters, telegram takes 4096/);
    expect(findRefusal('я'.repeat(1025), 'telegram', true)).toMatch(/1024/);
  });

  it('is what WhatsApp would refuse', () => {
    expect(findRefusal('я'.repeat(5000), 'whatsapp', false)).toBeNull();
    expect(findRefusal('я'.repeat(65_537), 'whatsapp', false)).toMatch(/too long/);
  });

  it('is an empty text, but not a picture without one', () => {
    expect(findRefusal(' <b></b>\n', 'telegram', false)).toMatch(/empty/);
    expect(findRefusal('', 'whatsapp', false)).toMatch(/empty/);
    expect(findRefusal('', 'telegram', true)).toBeNull();
  });
});
