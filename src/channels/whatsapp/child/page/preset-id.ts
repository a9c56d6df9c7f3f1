import type { WaWindow } from './wa-window.ts';

/** The next message made in this page has this id, so that it can be found again whatever becomes of it. */
export const presetId = (id: string): void => {
  const page = globalThis as unknown as WaWindow;
  const keys = page.require('WAWebMsgKey');
  page.tellalPreset?.restore();
  const own = keys.newId;
  const preset = {
    used: false,
    restore: () => {
      keys.newId = own;
    },
  };
  page.tellalPreset = preset;
  keys.newId = async () => {
    preset.used = true;
    preset.restore();
    return id;
  };
};

/** False: no message was made since, so nothing was sent. True also in a page that was loaded again: nobody can tell. */
export const endPreset = (): boolean => {
  const page = globalThis as unknown as WaWindow;
  page.tellalPreset?.restore();
  return page.tellalPreset?.used ?? true;
};
