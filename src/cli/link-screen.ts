import type { WhatsappView } from '../desk/whatsapp.ts';
import { talk } from './explain-fault.ts';
import type { CliWorld } from './world.ts';

type Screen = Pick<CliWorld, 'stderr' | 'isTty' | 'drawQr'>;

/** Bright white on black whatever the colours of the terminal: a QR with its colours reversed is not read by every phone. */
const whiteOnBlack = (line: string): string => `\u001b[97;40m${line}\u001b[0m`;
/** A QR of this content has some 30 lines at the least. */
const tooHigh = 'if the terminal is too low for it: tellal link whatsapp --code PHONE';
const upAndClear = (lines: number): string => `\u001b[${lines}A\u001b[J`;

/** Shows what a phone needs to be linked: on a terminal in the place of what is void, elsewhere below it. */
export const createLinkScreen = (world: Screen) => {
  const { stderr, isTty, drawQr } = world;
  let shown: string | null = null;
  let told: string | null = null;
  let lines = 0;

  const clear = async (): Promise<void> => {
    if (lines > 0 && isTty.stderr) await stderr.write(upAndClear(lines));
    lines = 0;
  };
  const draw = async (text: string): Promise<void> => {
    await clear();
    await stderr.write(text);
    lines = text.split('\n').length - 1;
  };
  const drawContent = async ({ qr, pairingCode }: WhatsappView): Promise<void> => {
    if (qr !== null) {
      const rows = (await drawQr(qr)).split('\n').map((row) => (isTty.stderr ? whiteOnBlack(row) : row));
      await draw(`${rows.join('\n')}\non the phone: WhatsApp, Linked devices, Link a device; scan this\n${tooHigh}\n`);
    } else if (pairingCode !== null)
      await draw(
        `\n  ${pairingCode.slice(0, 4)}-${pairingCode.slice(4)}\n\non the phone: WhatsApp, Linked devices, Link a device, Link with phone number instead; type this\n`,
      );
  };

  return {
    show: async (view: WhatsappView): Promise<void> => {
      const content = view.qr ?? view.pairingCode;
      if (content !== null) {
        if (content !== shown) await drawContent(view);
        shown = content;
        told = null;
        return;
      }
      shown = null;
      await clear();
      if (view.detail !== told) await talk(world, `${view.state}: ${view.detail}`);
      told = view.detail;
    },
    clear,
  };
};
