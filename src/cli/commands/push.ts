import { findTimeFault } from '../../desk/check-push.ts';
import type { PushRequest } from '../../desk/desk.ts';
import { publishArticle } from '../change-article.ts';
import { type Command, exitCodes, readText } from '../command.ts';
import { explainFault } from '../explain-fault.ts';
import { printPreview } from '../print-preview.ts';
import { readPush } from '../read-push.ts';
import { withDesk } from '../with-desk.ts';

const idOf = ({ article }: PushRequest): string =>
  typeof article === 'object' && article !== null && 'id' in article ? String(article.id) : '';

export const pushCommand: Command = {
  name: 'push',
  operands: ['FILE|URL|-'],
  summary: 'Publish an article: an event or article in JSON, or the address of a page',
  options: {
    to: {
      type: 'string',
      value: 'IDS',
      summary: 'only these channels, separated by commas, whatever they usually take',
    },
    breaking: { type: 'boolean', summary: 'to the front of every lane' },
    at: { type: 'string', value: 'TIME', summary: 'not before this time, as in 2024-05-01T09:00:00+04:00' },
    'dry-run': { type: 'boolean', summary: 'show what each channel would say, and send nothing' },
    json: { type: 'boolean', summary: 'one JSON object a line' },
  },
  check: (input) => {
    const at = readText(input, 'at');
    const fault = at === undefined ? null : findTimeFault(at);
    return fault === null ? null : `--at ${fault}`;
  },
  run: (world, input) =>
    withDesk(world, async (desk) => {
      const request = await readPush(world, desk, input);
      if (!request.ok) return explainFault(world, request.fault);
      const json = input.flags.json === true;
      if (input.flags['dry-run'] !== true) {
        const queue = () => desk.push(world.actor, request.value);
        return publishArticle(world, desk, idOf(request.value), { json, queue });
      }
      const preview = await desk.preview(world.actor, request.value);
      if (!preview.ok) return explainFault(world, preview.fault);
      await printPreview(world, preview.value, json);
      const { id, url } = preview.value.article;
      if (id !== '' && url !== '') return exitCodes.done;
      const errors = Object.entries({ id, url }).flatMap(([path, given]) =>
        given === '' ? [{ path, message: `${path} is missing` }] : [],
      );
      return explainFault(world, { code: 'invalid', message: 'a push of this article would not be taken', errors });
    }),
};
