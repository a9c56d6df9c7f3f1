import type { FastifyInstance } from 'fastify';
import type { Desk } from '../../desk/desk.ts';
import { actorOf, identityOf } from '../identity.ts';
import { WhatsappPage } from '../pages/whatsapp-page.tsx';
import { readText } from './article-form.ts';
import { formOf, sendBack, sendFaultPage, sendPage } from './respond.tsx';

/** The linked WhatsApp account. */
export const registerWhatsapp = (scope: FastifyInstance, desk: Desk): void => {
  const hidden = { schema: { hide: true } };
  scope.get('/whatsapp', hidden, async (request, reply) => {
    const view = await desk.whatsapp(actorOf(request));
    if (!view.ok) return sendFaultPage(request, reply, view.fault);
    return sendPage(reply, <WhatsappPage identity={identityOf(request)} view={view.value} />);
  });
  scope.post('/whatsapp/link', hidden, async (request, reply) => {
    const phone = readText(formOf(request), 'phone');
    const asked = await desk.linkWhatsapp(actorOf(request), phone === '' ? {} : { phone });
    return sendBack(request, reply, asked, '/whatsapp');
  });
};
