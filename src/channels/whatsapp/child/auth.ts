import pkg from 'whatsapp-web.js';

/** The library's own, but the profile is never deleted: whoever unlinks the account finds it as it was. */
export class KeepingAuth extends pkg.LocalAuth {
  /** Called when the browser runs and nothing is loaded yet. */
  constructor(profile: string, onBrowser: () => void) {
    super({ dataPath: profile });
    let told = false;
    this.afterBrowserInitialized = async () => {
      if (!told) onBrowser();
      told = true;
    };
    this.logout = async () => undefined;
  }
}
