import type { ComponentChildren, VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Identity } from '../identity.ts';
import { Navigation, type Pages, PagesContext } from './navigation.tsx';

interface LayoutProps {
  readonly title: string;
  /** null: nobody is signed in. */
  readonly identity: Identity | null;
  /** Address of the page, for the mark in the navigation. */
  readonly path?: string;
  readonly children: ComponentChildren;
}

const htmxConfig = JSON.stringify({ includeIndicatorCSS: false, history: false, defaultTimeout: 15_000 });

export const Layout = ({ title, identity, path = '', children }: LayoutProps) => (
  <html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="robots" content="noindex" />
      <meta name="htmx-config" content={htmxConfig} />
      <title>{`${title} · Tellal`}</title>
      <link rel="icon" type="image/svg+xml" href="/assets/mark.svg" />
      <link rel="stylesheet" href="/assets/console.css" />
      <script src="/assets/htmx.js" defer />
      <script src="/assets/console.js" defer />
    </head>
    <body>
      <a class="skip" href="#main">
        Skip to the page
      </a>
      <header class="top">
        <a class="brand" href="/">
          <img src="/assets/mark.svg" alt="" width="26" height="26" />
          Tellal
        </a>
        {identity !== null && (
          <>
            <Navigation path={path} />
            <form class="who" method="post" action="/logout">
              <CsrfField identity={identity} />
              <span>
                {identity.actor.name} <span class="role">{identity.actor.role}</span>
              </span>
              <button class="quiet" type="submit">
                Sign out
              </button>
            </form>
          </>
        )}
      </header>
      <main id="main" data-live={identity === null ? undefined : ''}>
        {children}
      </main>
      <p id="told" class="hidden" role="status" aria-live="polite" />
    </body>
  </html>
);

/** Proves that a form was written by this server for this session. */
export const CsrfField = ({ identity }: { readonly identity: Identity }) => (
  <input type="hidden" name="_csrf" value={identity.csrf ?? ''} />
);

export const renderPage = (page: VNode, pages: Pages): string =>
  `<!doctype html>${renderToString(<PagesContext value={pages}>{page}</PagesContext>)}`;
