import { describe, expect, it } from '@jest/globals';
import { renderNotice } from '../../../../src/compose/messages/render-message.ts';
import { aPost } from './a-post.ts';

describe('a notice', () => {
  it('keeps nothing of the withdrawn text', () => {
    for (const looks of ['telegram', 'whatsapp'] as const) {
      const { text } = renderNotice(aPost(), looks, { picture: true });
      expect(text).toBe('Эта новость снята с публикации редакцией.');
    }
  });

  it('speaks the language of the post', () => {
    expect(renderNotice(aPost({ language: 'az' }), 'telegram', { picture: false }).text).toMatch(/geri götürülüb/);
    expect(renderNotice(aPost({ language: 'und' }), 'telegram', { picture: false }).text).toMatch(/withdrawn/);
  });
});
