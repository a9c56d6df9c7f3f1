import type { Client } from 'whatsapp-web.js';

export type Page = NonNullable<Client['pupPage']>;

export const pageOf = (client: Client): Page => {
  if (!client.pupPage) throw new Error('there is no page');
  return client.pupPage;
};
