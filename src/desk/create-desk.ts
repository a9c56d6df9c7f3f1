import { createAccess } from './access.ts';
import { createCorrect } from './correct.ts';
import type { Desk } from './desk.ts';
import { createDraft } from './draft.ts';
import { createFollow } from './follow.ts';
import { createHold } from './hold.ts';
import { createLinkWhatsapp } from './link-whatsapp.ts';
import { createListChannels } from './list-channels.ts';
import { createListDeliveries } from './list-deliveries.ts';
import { orThrowUnavailable, orUnavailable } from './outcome.ts';
import { createPause, createResume } from './pause.ts';
import type { DeskPorts } from './ports.ts';
import { createPreview } from './preview.ts';
import { createPush } from './push.ts';
import { createReadArticle } from './read-article.ts';
import { createReadPosts } from './read-posts.ts';
import { createReadWhatsapp } from './read-whatsapp.ts';
import { createReadyCards } from './ready-cards.ts';
import { createResolve } from './resolve.ts';
import { createRetract } from './retract.ts';
import { createRetry } from './retry.ts';
import { createWatch } from './watch.ts';

/** Every command of the desk; a Redis that is away is a fault of the command, never an exception. */
export const createDesk = (ports: DeskPorts): Desk => ({
  push: orUnavailable(createPush(ports)),
  draft: orUnavailable(createDraft(ports)),
  preview: orUnavailable(createPreview(ports)),
  correct: orUnavailable(createCorrect(ports)),
  retract: orUnavailable(createRetract(ports)),
  article: orUnavailable(createReadArticle(ports)),
  deliveries: orUnavailable(createListDeliveries(ports)),
  channels: orUnavailable(createListChannels(ports)),
  posts: orUnavailable(createReadPosts(ports)),
  pause: orUnavailable(createPause(ports)),
  resume: orUnavailable(createResume(ports)),
  retry: orUnavailable(createRetry(ports)),
  readyCards: orUnavailable(createReadyCards(ports)),
  hold: orUnavailable(createHold(ports)),
  resolve: orUnavailable(createResolve(ports)),
  hasWhatsapp: ports.whatsapp !== null,
  whatsapp: orUnavailable(createReadWhatsapp(ports)),
  linkWhatsapp: orUnavailable(createLinkWhatsapp(ports)),
  follow: createFollow(ports),
  watch: orThrowUnavailable(createWatch(ports)),
  access: createAccess(ports, () => ports.ledger.now()),
});
