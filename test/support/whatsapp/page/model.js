// @ts-nocheck
// Symbols, so that JSON never sees them.
const LISTENERS = Symbol('listeners');
const PARENTS = Symbol('parents');

/** Events as the real page's models have them: names may be several, divided by spaces. */
export class Emitter {
  on(names, listener) {
    this[LISTENERS] ??= [];
    for (const name of names.split(' ')) this[LISTENERS].push({ name, listener });
  }

  once(name, listener) {
    const run = (...args) => {
      this.off(name, run);
      listener(...args);
    };
    this.on(name, run);
  }

  off(name, listener) {
    this[LISTENERS] = (this[LISTENERS] ?? []).filter((entry) => entry.name !== name || entry.listener !== listener);
  }

  trigger(name, ...args) {
    for (const entry of [...(this[LISTENERS] ?? [])]) if (entry.name === name) entry.listener(...args);
    for (const parent of this[PARENTS] ?? []) parent.trigger(name, ...args);
  }

  /** Whatever happens to this one is heard there too. */
  tellAlso(parent) {
    this[PARENTS] ??= [];
    if (!this[PARENTS].includes(parent)) this[PARENTS].push(parent);
  }
}

export class Model extends Emitter {
  set(changes) {
    const before = Object.entries(changes).filter(([key, value]) => this[key] !== value);
    const events = before.map(([key, value]) => [`change:${key}`, this, value, this[key]]);
    Object.assign(this, changes);
    for (const event of events) this.trigger(...event);
    if (events.length > 0) this.trigger('change', this);
  }

  serialize() {
    return { ...this };
  }
}
