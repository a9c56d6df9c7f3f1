import { describe, expect, it } from '@jest/globals';
import { measureMessage } from '../../../../src/compose/messages/measure-message.ts';

describe('measuring', () => {
  it('counts what Telegram shows, not the markup', () => {
    expect(
      measureMessage('<b>A &amp; B</b>\n<a href="https://e.example/?a=1&amp;b=2">&lt;x&gt;</a>', 'telegram', false),
    ).toEqual({
      length: 9,
      limit: 4096,
    });
  });

  it('counts WhatsApp markup with the text', () => {
    expect(measureMessage('*A*', 'whatsapp', false)).toEqual({ length: 3, limit: 3000 });
  });

  it('knows that captions are shorter', () => {
    expect(measureMessage('', 'telegram', true).limit).toBe(1024);
    expect(measureMessage('', 'whatsapp', true).limit).toBe(1024);
  });
});
