import type { DriftName } from './drift.ts';
import type { SocketState } from './port.ts';
import type { Push } from './wire.ts';

/** The builds of WhatsApp Web that the server knows. A page names its own; the newest is given to who asks for none. */
export interface Builds {
  readonly newest: string;
  release(version: string, drift: readonly DriftName[]): void;
  /** Its programs are no longer there. */
  withdraw(version: string): void;
  /** The server no longer lets it connect. */
  deprecate(version: string): void;
  isServed(version: string): boolean;
  /** What a connection of this build begins with, whatever the others have. */
  stateOf(version: string): SocketState | null;
  /** Of the newest. */
  drift(name: DriftName, on: boolean): void;
  /** What a page of this build starts with; throws for one that is not served. */
  settingsOf(version: string): Push;
}

export const createBuilds = (first: string): Builds => {
  const served = new Map<string, Set<DriftName>>([[first, new Set()]]);
  const deprecated = new Set<string>();
  let newest = first;
  const need = (version: string): Set<DriftName> => {
    const drift = served.get(version);
    if (!drift) throw new Error(`build ${version} is not served`);
    return drift;
  };
  return {
    get newest() {
      return newest;
    },
    release: (version, drift) => {
      served.set(version, new Set(drift));
      newest = version;
    },
    withdraw: (version) => {
      served.delete(version);
    },
    deprecate: (version) => {
      deprecated.add(version);
    },
    isServed: (version) => served.has(version),
    stateOf: (version) => (deprecated.has(version) ? 'DEPRECATED_VERSION' : null),
    drift: (name, on) => {
      if (on) need(newest).add(name);
      else need(newest).delete(name);
    },
    settingsOf: (version) => ({ kind: 'settings', version, drift: [...need(version)] }),
  };
};
