import type { WaWindow } from './wa-window.ts';

/**
 * The next message made in this page has this id, so that it can be found again whatever becomes of it. A page that does
 * not let its ids be chosen makes its own: such a post is found by what it says.
 */
export const presetId = (id: string): void => {
  const page = globalThis as unknown as WaWindow;
  const keys = page.require('WAWebMsgKey');
  page.tellalPreset?.restore();
  const own = keys.newId;
  const preset = {
    used: false,
    chosen: false,
    restore: () => {
      keys.newId = own;
    },
  };
  page.tellalPreset = preset;
  const choose = async () => {
    preset.used = true;
    preset.restore();
    return id;
  };
  keys.newId = choose;
  preset.chosen = page.require('WAWebMsgKey').newId === choose;
};

/**
 * False: no message was made since, so nothing was sent. True also where nobody can tell: in a page that was loaded again,
 * or that does not ask us for ids.
 */
export const endPreset = (): boolean => {
  const page = globalThis as unknown as WaWindow;
  page.tellalPreset?.restore();
  return page.tellalPreset?.chosen ? page.tellalPreset.used : true;
};
