import type { Health } from '../../messages.ts';
import type { WaWindow } from './wa-window.ts';

export const readHealth = (): Health => {
  const { state, hasSynced } = (globalThis as unknown as WaWindow).require('WAWebSocketModel').Socket;
  return { state: state ?? null, synced: hasSynced === true };
};

/**
 * A page that was in sync before the library listened never says so. This says it in its place, and answers whether it
 * had to.
 */
export const rescueReady = (): boolean => {
  const page = globalThis as unknown as WaWindow;
  if (page.WWebJS || !page.onAppStateHasSyncedEvent) return false;
  if (!page.require('WAWebSocketModel').Socket.hasSynced) return false;
  page.onAppStateHasSyncedEvent();
  return true;
};

/** The library means to do this when the page no longer renews its QR, but does it outside of the page. */
export const refreshQr = (): void => {
  const page = globalThis as unknown as WaWindow;
  if (page.require('WAWebSocketModel').Socket.state === 'UNPAIRED_IDLE') page.require('WAWebCmd').Cmd.refreshQR?.();
};
