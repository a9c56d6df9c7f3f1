import type { Article } from './article/article.ts';
import { composeDeclared } from './compose/choose-compose.ts';
import type { Known } from './compose/compose-article.ts';
import { answerJobs } from './ops/answer-jobs.ts';

const sentences = [
  'A bridge of six hundred metres has opened in the city, and the first cars crossed it this morning, the mayor said.',
  'БАКУ, 5 мая - Мост длиной шестьсот метров открыт в городе, сообщили в мэрии. "Все рады", - сказал мэр.',
];
const menu = `<ul>${'<li><a href="/sport">Sport</a></li>'.repeat(30)}</ul>`;
/** A page with what most pages have: a head, a menu, an article with links in it, and something beside it. */
const pageOf = (sentence: string): Article => ({
  id: '',
  revision: 1,
  url: '',
  language: null,
  section: null,
  title: 'The new bridge - Site',
  html: `<!doctype html><html><head><meta name="description" content="${sentence}"></head><body><div>${menu}</div>
    <h1>The new bridge</h1><div class="article"><p>5 May 2026, 10:15</p>
    ${`<p>${sentence} <a href="/b">More</a> ${sentence}</p>`.repeat(12)}</div><div>${menu}<p>Follow us</p></div></body></html>`,
  text: null,
  summary: null,
  image: null,
  publishedAt: null,
  priority: 'normal',
  tags: [],
});

// The first page costs as much as thirty others, because patterns are compiled when they are first used. On a busy
// machine that took longer than a page is given, and so did the first page of the next thread.
for (const sentence of sentences) composeDeclared(pageOf(sentence));

/** What the threads of src/open-composer.ts run. A language to detect is left to them: it takes 150 MB, once. */
answerJobs(async ({ article, known }: { readonly article: Article; readonly known: Known }) =>
  composeDeclared(article, known),
);
