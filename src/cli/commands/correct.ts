import { publishArticle, queueAndFollow } from '../change-article.ts';
import type { Command } from '../command.ts';
import { exitCodes } from '../command.ts';
import { explainFault, talk } from '../explain-fault.ts';
import { readJson } from '../read-input.ts';
import { unwrapEvent } from '../read-push.ts';
import { withDesk } from '../with-desk.ts';

export const correctCommand: Command = {
  name: 'correct',
  operands: ['ID', 'FILE|-'],
  summary: 'Correct an article: the file holds the whole article in JSON',
  options: {},
  run: (world, { operands: [id = '', file = '-'] }) =>
    withDesk(world, async (desk) => {
      const json = await readJson(world, file);
      if (!json.ok) return explainFault(world, json.fault);
      const queue = () => desk.correct(world.actor, id, unwrapEvent(json.value));
      return publishArticle(world, desk, id, { json: false, queue });
    }),
};

export const retractCommand: Command = {
  name: 'retract',
  operands: ['ID'],
  summary: 'Take an article back from every channel; this is final',
  options: {},
  run: (world, { operands: [id = ''] }) =>
    withDesk(world, async (desk) => {
      const queue = () => desk.retract(world.actor, id);
      const known = await desk.article(world.actor, id);
      if (known.ok || known.fault.code !== 'not-found') {
        return queueAndFollow(world, desk, id, { json: false, queue, isTaken: ({ article }) => article.retracted });
      }
      const pushed = await queue();
      if (!pushed.ok) return explainFault(world, pushed.fault);
      await talk(world, `no article ${id} is known yet; if it is still in the queue, it will not be published`);
      return exitCodes.done;
    }),
};
