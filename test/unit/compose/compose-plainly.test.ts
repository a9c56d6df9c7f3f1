import { describe, expect, it } from '@jest/globals';
import { composePlainly } from '../../../src/compose/compose-plainly.ts';
import { composeArticle } from '../../../src/compose/compose-post.ts';
import { articleWith } from '../../support/article-words.ts';

const lead = 'Мост длиной 600 метров связал два берега Куры, движение по нему началось утром.';

describe('composePlainly', () => {
  it.each([
    ['a page', `<html><head><title>Т</title></head><body><nav>Меню</nav><script>if (a < b) {}</script><p>${lead}</p>`],
    ['a page that never closes its header', `<html><body><header><p>${lead}`],
    [
      'a page of links and menus',
      `<!DOCTYPE html><html><body><div><a href="/1">Рубль упал до самого низкого уровня за последние десять лет.</a></div><p>${lead}</p></body></html>`,
    ],
    ['a fragment', `<p>${lead}</p>`],
    ['a million open tags', `<p>${lead}</p>${'<div>'.repeat(1_000_000)}`],
  ])('finds the lead in %s, and trusts it little', (_what, html) => {
    const { post } = composePlainly(articleWith({ html }), composeArticle);
    expect(post.summary).toBe(lead);
    expect(post.confidence).toBeLessThanOrEqual(0.3);
  });

  it('decodes entities', () => {
    const html = '<p>Мост &laquo;Заря&raquo; связал два берега Куры, движение по нему началось утром.</p>';
    expect(composePlainly(articleWith({ html }), composeArticle).post.summary).toContain('«Заря»');
  });

  it.each([
    ['tags that never end', '<a "'.repeat(1_000_000)],
    ['scripts that never end', '<script></scrip'.repeat(300_000)],
    ['nothing at all', ''],
  ])('does not stop at %s', (_what, html) => {
    expect(composePlainly(articleWith({ html }), composeArticle).post.headline).toBe(
      'Новый мост через реку открыли в Гяндже',
    );
  });

  it("still trusts an editor's own summary", () => {
    const summary = 'Движение через Куру открыли на год раньше срока.';
    expect(composePlainly(articleWith({ html: '<p>Х', summary }), composeArticle).post).toMatchObject({
      summary,
      confidence: 1,
    });
  });
});
