import type { Logger } from 'pino';
import type { Note } from './appraise.ts';

/** Documents that stay in although they ask to go out, and why: for the log and for whoever asks how the gate is. */
export interface Held {
  set(key: string, notes: readonly Note[]): void;
  count(): number;
}

/** Not public because nobody asked for it: nothing to report. */
const usual = new Set([
  'missing',
  'not-public',
  'unpublished',
  'image-unreleased',
  'album-unreleased',
  'merged',
  'rendering-pending',
]);

/** Each reason is logged once, when it is new. @NOTE A line holds ids and codes, never a word of a document. */
export function openHeld(log: Logger): Held {
  const held = new Map<string, string>();
  return {
    set: (key, notes) => {
      const telling = notes.filter(({ code }) => !usual.has(code));
      const text = JSON.stringify(telling);
      if (telling.length === 0) held.delete(key);
      else if (held.get(key) !== text) {
        held.set(key, text);
        log.warn({ document: key, reasons: telling }, 'held back');
      }
    },
    count: () => held.size,
  };
}
