import { z } from 'zod';
import type { Desk } from '../../desk/desk.ts';
import { actorOf } from '../identity.ts';
import { answers, sendOutcome } from './answer.ts';
import type { Api } from './api.ts';
import { whatsappSchema } from './schemas.ts';

const linkBody = z.object({
  phone: z
    .string()
    .exactOptional()
    .meta({ description: 'show a code to type into the phone with this number; absent: a QR' }),
});

export const registerWhatsappRoutes = (api: Api, desk: Desk): void => {
  api.get(
    '/whatsapp',
    {
      schema: {
        summary: 'How the WhatsApp account is; null: no worker holds it',
        response: answers(200, whatsappSchema.nullable(), 'the account'),
      },
    },
    async (request, reply) => sendOutcome(reply, await desk.whatsapp(actorOf(request))),
  );
  api.post(
    '/whatsapp/link',
    {
      schema: {
        summary: 'Have the worker show what links a phone: GET /api/whatsapp then has it as qr or pairingCode',
        body: linkBody.nullish(),
        response: answers(202, z.null(), 'asked for'),
      },
    },
    async (request, reply) =>
      sendOutcome(reply, await desk.linkWhatsapp(actorOf(request), request.body ?? {}), { status: 202 }),
  );
};
