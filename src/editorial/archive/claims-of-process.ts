/** Lets one piece of work at a time go on with the same thing. */
interface Claims {
  /** Waits for whoever has it before. @returns what gives it back */
  take(name: string): Promise<() => void>;
}

/** Claims within this process, e.g. on bytes that are being taken in. */
export const openClaims = (): Claims => {
  const held = new Map<string, Promise<void>>();
  return {
    take: async (name) => {
      const before = held.get(name);
      const done = Promise.withResolvers<void>();
      held.set(name, done.promise);
      await before;
      return () => {
        done.resolve();
        if (held.get(name) === done.promise) held.delete(name);
      };
    },
  };
};

const shared = Symbol.for('benthanh.claims');

/** The claims of this process: the studio's pages are built in pieces, each with its own copy of a module. */
export const claimsOfProcess = (): Claims => {
  const known = globalThis as { [shared]?: Claims };
  known[shared] ??= openClaims();
  return known[shared];
};
