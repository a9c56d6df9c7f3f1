import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Desk } from '../../desk/desk.ts';

/** Address and name of each page of this console. */
export type Pages = readonly (readonly [href: string, name: string])[];

declare module 'fastify' {
  interface FastifyInstance {
    readonly pages: Pages;
  }
}

export const listPages = ({ hasWhatsapp }: Pick<Desk, 'hasWhatsapp'>): Pages => [
  ['/', 'Desk'],
  ['/deliveries', 'Deliveries'],
  ['/channels', 'Channels'],
  ...(hasWhatsapp ? ([['/whatsapp', 'WhatsApp']] as const) : []),
  ['/queues', 'Queues'],
];

/** Every page shows the same navigation, and none should have to hand it on. */
export const PagesContext = createContext<Pages>([]);

export const Navigation = ({ path }: { readonly path: string }) => (
  <nav aria-label="Pages">
    {useContext(PagesContext).map(([href, name]) => (
      <a href={href} aria-current={isAt(path, href) ? 'page' : undefined}>
        {name}
      </a>
    ))}
  </nav>
);

const isAt = (path: string, href: string): boolean => path === href || (href !== '/' && path.startsWith(`${href}/`));
