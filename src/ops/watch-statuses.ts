import type { Logger } from 'pino';
import type { ChannelStatus } from '../article/channel.ts';
import type { Lane } from '../deliver/lane.ts';

export interface StatusWatch {
  readonly lanes: readonly Lane[];
  readonly statuses: { put(channel: string, status: ChannelStatus): Promise<void> };
  readonly metrics: { noteChannel(channel: string, up: boolean): void };
  readonly log: Logger;
}

const everyMs = 60_000;

/** Asks every channel now and each minute how it is, and says it to the others through Redis. Returns how to stop. */
export const watchStatuses = ({ lanes, statuses, metrics, log }: StatusWatch): (() => void) => {
  const stopping = new AbortController();
  const look = async (lane: Lane): Promise<void> => {
    const { id } = lane.config;
    const status = await askStatus(lane, stopping.signal);
    if (stopping.signal.aborted) return;
    metrics.noteChannel(id, status.state !== 'down');
    if (status.state !== 'ready') log.warn({ channel: id, ...status }, 'channel is not ready');
    await statuses
      .put(id, status)
      .catch((error: unknown) => log.warn({ channel: id, err: error }, 'status is not kept'));
  };
  const lookAtAll = (): void => {
    for (const lane of lanes) void look(lane);
  };
  lookAtAll();
  const timer = setInterval(lookAtAll, everyMs);
  return () => {
    clearInterval(timer);
    stopping.abort();
  };
};

const askStatus = async ({ channel, timing }: Lane, stopping: AbortSignal): Promise<ChannelStatus> => {
  try {
    return await channel.status({ signal: AbortSignal.any([stopping, AbortSignal.timeout(timing.timeoutMs)]) });
  } catch (error) {
    const detail = error instanceof Error ? error.message : 'it could not be asked';
    return { state: 'down', detail, hint: null };
  }
};
