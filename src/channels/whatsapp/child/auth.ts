import pkg from 'whatsapp-web.js';

/** The library's own, but the profile is never deleted: whoever unlinks the account finds it as it was. */
export class KeepingAuth extends pkg.LocalAuth {
  /** Called when the browser runs and nothing is loaded yet. */
  constructor(profile: string, onBrowser: () => Promise<void>) {
    super({ dataPath: profile });
    let told = false;
    this.afterBrowserInitialized = async () => {
      if (told) return;
      told = true;
      await onBrowser();
    };
    this.logout = async () => undefined;
  }
}
