// @ts-nocheck

/** What the language itself asks of any object. */
const ALWAYS = new Set(['then', 'toJSON', 'constructor']);

/**
 * Whoever touches a member that the stand-in lacks is told so at once, and the test is. The guard stands at the end
 * of the prototype chain, so that the object itself can still be copied out of the page.
 */
export const createStrict =
  (report) =>
  (target, name, allowed = []) => {
    const guard = {
      get: (parent, key, receiver) => {
        if (typeof key === 'symbol' || key in parent || ALWAYS.has(key) || allowed.includes(key)) {
          return Reflect.get(parent, key, receiver);
        }
        const violation = `${name}.${key} is not in the stand-in`;
        report(violation);
        throw new Error(violation);
      },
    };
    return Object.setPrototypeOf(target, new Proxy(Object.getPrototypeOf(target), guard));
  };
