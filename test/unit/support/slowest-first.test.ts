import { fileURLToPath } from 'node:url';
import { expect, it } from '@jest/globals';
import SlowestFirst from '../../support/slowest-first.mjs';

const suite = (path: string) => ({ path: fileURLToPath(new URL(`../../${path}`, import.meta.url)) });

it('suites that start a browser come before others, and of the same kind the longer one', () => {
  const order = [
    suite('integration/whatsapp/account.test.ts'),
    suite('integration/whatsapp/orphan.test.ts'),
    suite('browser/whatsapp-states.test.ts'),
    suite('integration/pipeline.test.ts'),
    suite('unit/config/load.test.ts'),
  ];
  const sequencer = new SlowestFirst();
  expect(sequencer.sort([...order].reverse())).toEqual(order);
  expect(sequencer.sort(order)).toEqual(order);
});
