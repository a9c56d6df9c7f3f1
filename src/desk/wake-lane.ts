import type { Delivery } from '../article/delivery.ts';
import type { DeskPorts } from './ports.ts';

/** Something differs on the channel from what is wanted there, and nobody needs to be asked first. */
export const isPending = ({ state, revision, wanted }: Delivery): boolean =>
  state === 'planned' || (state === 'sent' && revision !== wanted);

/** Adds a lane job for what is pending. Doing it twice is harmless, so it also mends a job that was lost on the way. */
export const wakeLane = async (
  { archive, lanes }: Pick<DeskPorts, 'archive' | 'lanes'>,
  delivery: Delivery,
): Promise<void> => {
  if (!isPending(delivery)) return;
  const { article, channel } = delivery;
  const breaking = (await archive.get(article))?.post.breaking ?? false;
  await lanes.add({ article, channel, breaking, delayMs: 0 });
};
