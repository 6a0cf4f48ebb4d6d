/** Keeps the most recently used values up to a number of bytes. */
export interface BoundedCache<V> {
  get(key: string): V | undefined;
  /** @param bytes what the value weighs, its key included; one above an eighth of the whole is not kept */
  set(key: string, value: V, bytes: number): void;
  clear(): void;
}

/** @param capacity bytes */
export const boundedCache = <V>(capacity: number): BoundedCache<V> => {
  const held = new Map<string, { value: V; bytes: number }>();
  let total = 0;
  const drop = (key: string): void => {
    total -= held.get(key)?.bytes ?? 0;
    held.delete(key);
  };
  return {
    get: (key) => {
      const found = held.get(key);
      if (!found) return undefined;
      // Only when space is short does order matter; moving each hit to the end would cost more than it saves.
      if (total > capacity / 2) {
        held.delete(key);
        held.set(key, found);
      }
      return found.value;
    },
    set: (key, value, bytes) => {
      if (bytes > capacity / 8) return;
      drop(key);
      held.set(key, { value, bytes });
      total += bytes;
      for (const oldest of held.keys()) {
        if (total <= capacity) break;
        drop(oldest);
      }
    },
    clear: () => {
      held.clear();
      total = 0;
    },
  };
};
