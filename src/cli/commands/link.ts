import { isLinked, type WhatsappView } from '../../desk/whatsapp.ts';
import { type Command, exitCodes, readText } from '../command.ts';
import { explainFault, talk } from '../explain-fault.ts';
import { createLinkScreen } from '../link-screen.ts';
import { printPostable } from '../print-postable.ts';
import { withDesk } from '../with-desk.ts';

const lookEveryMs = 500;
/** As long the worker goes on showing QRs. */
const patienceMs = 5 * 60_000;

export const linkWhatsappCommand: Command = {
  name: 'link whatsapp',
  operands: [],
  summary: 'Link the WhatsApp account: shows the QR to scan, and ends when the link has proved to last',
  options: {
    code: { type: 'string', value: 'PHONE', summary: 'show a code to type into the phone with this number instead' },
  },
  run: (world, input) =>
    withDesk(world, async (desk) => {
      const phone = readText(input, 'code');
      const asked = await desk.linkWhatsapp(world.actor, phone === undefined ? {} : { phone });
      if (!asked.ok) return explainFault(world, asked.fault);
      const screen = createLinkScreen(world);
      const interrupted = world.untilInterrupted();
      const until = world.now() + patienceMs;
      let begun = false;
      while (world.now() < until && !interrupted.aborted) {
        const read = await desk.whatsapp(world.actor);
        if (!read.ok) return explainFault(world, read.fault);
        if (!read.value) return explainFault(world, goneFault);
        if (isLinked(read.value)) {
          await screen.clear();
          await printPostable(world, read.value);
          return exitCodes.done;
        }
        // What was so before the request is no answer to it.
        if (begun && isHopeless(read.value)) {
          await screen.clear();
          return explainFault(world, faultOf(read.value));
        }
        begun ||= !isHopeless(read.value);
        await screen.show(read.value);
        await world.pause(lookEveryMs, interrupted);
      }
      await screen.clear();
      if (interrupted.aborted) await talk(world, 'stopped; what was shown becomes void by itself');
      else await explainFault(world, lateFault);
      return exitCodes.failed;
    }),
};

const isHopeless = ({ state }: WhatsappView): boolean => state === 'blocked' || state === 'incompatible';

const faultOf = ({ state, detail, hint }: WhatsappView) => ({
  code: 'unavailable' as const,
  message: `the WhatsApp account is ${state}: ${detail}`,
  ...(hint === null ? {} : { hint }),
});

const goneFault = {
  code: 'unavailable',
  message: 'the worker that held the WhatsApp account is gone',
  hint: 'start one with tellal start or tellal worker, then try again',
} as const;

const lateFault = {
  code: 'unavailable',
  message: 'the account was not linked within five minutes',
  hint: 'run the command again with the phone at hand; it must be online',
} as const;
