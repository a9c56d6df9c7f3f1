import type { SummaryAuthor } from '../../article/post.ts';
import type { ArticleView, Outcome, Preview, ReadyCard } from '../../desk/desk.ts';
import type { ArticleFields } from '../console/article-form.ts';
import { hasRole, type Identity } from '../identity.ts';
import { ArticleFieldset } from './article-fieldset.tsx';
import { DeliveryTable } from './delivery-table.tsx';
import { CsrfField, Layout } from './layout.tsx';
import { OuterLink } from './markup-text.tsx';
import { Previews } from './previews.tsx';
import { ReadyCards } from './ready-cards.tsx';

interface ArticlePageProps {
  readonly identity: Identity;
  readonly view: ArticleView;
  readonly cards: readonly ReadyCard[];
  readonly fields: ArticleFields;
  /** What a correction as it stands in the form would say; null: nobody asked yet. */
  readonly preview: Outcome<Preview> | null;
}

const authors: Readonly<Record<SummaryAuthor, string>> = {
  editor: 'an editor’s own',
  extract: 'the article’s own sentences',
  llm: 'a language model’s, checked against the article',
};

/** One article: what was said of it, what came of it, and how to correct it or take it back. */
export const ArticlePage = ({ identity, view, cards, fields, preview }: ArticlePageProps) => {
  const { article, post, deliveries } = view;
  const address = `/articles/${encodeURIComponent(article.id)}`;
  return (
    <Layout title={article.title} identity={identity} path="/deliveries">
      <div id="article">
        <h1 dir="auto">{article.title}</h1>
        {article.retracted && <p class="notice">This article was taken back. That is final.</p>}
        <p class="soft">
          {article.id} · revision {article.revision} · <OuterLink href={article.url}>{article.url}</OuterLink>
        </p>
        {post !== null && (
          <section class="card" aria-labelledby="post">
            <h2 id="post">What is said</h2>
            <p dir="auto">
              <strong>{post.headline}</strong>
            </p>
            <p class="lines" dir="auto">
              {post.summary}
            </p>
            <p class="soft">
              {`Confidence ${Math.round(post.confidence * 100)} %`}
              {post.credit !== null && ` · credit: ${post.credit}`}
              {post.tags.length > 0 && ` · ${post.tags.join(', ')}`}
              {post.summaryBy !== undefined && ` · summary: ${authors[post.summaryBy]}`}
            </p>
            {post.summaryNote !== undefined && <p class="soft">{post.summaryNote}</p>}
          </section>
        )}
      </div>
      <section class="card" aria-labelledby="came">
        <h2 id="came">What came of it</h2>
        <DeliveryTable
          deliveries={deliveries}
          identity={identity}
          here={address}
          empty="No channel has been planned yet."
          also="#article"
        />
      </section>
      {hasRole(identity.actor, 'editor') && <ReadyCards cards={cards} identity={identity} here={address} />}
      {hasRole(identity.actor, 'editor') && !article.retracted && (
        <div class="changes">
          <details class="card" open={preview !== null}>
            <summary>Correct it</summary>
            <form
              method="post"
              action={`${address}/correct`}
              hx-post={`${address}/preview`}
              hx-trigger="input delay:350ms"
              hx-target="#previews"
              hx-select="#previews"
              hx-swap="outerMorph"
              hx-sync="this:replace"
              hx-validate="false"
            >
              <CsrfField identity={identity} />
              <p class="soft">The whole article, as it should be now. Without a text, its page is read again.</p>
              <ArticleFieldset fields={fields} fixedId />
              <input type="hidden" name="priority" value={fields.priority} />
              <div class="buttons">
                <button type="submit">Publish the correction</button>
                <button class="second" type="submit" formaction={`${address}/preview`} formnovalidate>
                  Preview
                </button>
              </div>
            </form>
            <Previews outcome={preview} empty="Change something, and see here what each channel would say." />
          </details>
          <details class="card">
            <summary>Take it back</summary>
            <form method="post" action={`${address}/retract`}>
              <CsrfField identity={identity} />
              <p>
                Its posts are removed from every channel, or replaced by a notice where they cannot be. This is final.
              </p>
              <button type="submit">Take it back everywhere</button>
            </form>
          </details>
        </div>
      )}
    </Layout>
  );
};
