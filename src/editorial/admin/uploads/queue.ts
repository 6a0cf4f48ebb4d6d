import type { StudioLocale } from '#languages/locales.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { Given } from './gather.ts';
import { forgetFile, type KeptFile, keepFile } from './kept.ts';
import { openPace } from './pace.ts';
import { removeUpload, type Sending, sendFile } from './send-file.ts';
import type { ToldFate } from './told.ts';

/** Files that are sent at the same time. */
const atOnce = 3;

export type ItemState = 'waiting' | 'sending' | 'looking' | 'done' | 'refused' | 'failed';

/** One file on its way. Replaced as a whole whenever something of it changes. */
export interface Item extends KeptFile {
  readonly file: File;
  readonly state: ItemState;
  readonly sent: number;
  /** Why it is refused or does not go on at the moment. */
  readonly reason: string | null;
}

export interface Snapshot {
  readonly items: readonly Item[];
  readonly isPaused: boolean;
  /** Whether the person has to sign in again. */
  readonly isSignedOut: boolean;
  /** Bytes a second. */
  readonly rate: number;
}

/** Sends files, some at a time, as long as the page is there. */
export interface Queue {
  subscribe(changed: () => void): () => void;
  snapshot(): Snapshot;
  /**
   * Adds what is not there yet.
   * @param known what this browser remembers of the batch
   * @throws AggregateError with what the browser says of files that it cannot read, once the others are added
   */
  add(batch: string, files: readonly Given[], known: readonly KeptFile[]): Promise<void>;
  pause(): void;
  goOn(): void;
  retry(fingerprint: string): void;
  remove(fingerprint: string): void;
}

const isOver = ({ state }: Item): boolean => state === 'done' || state === 'refused';

export const openQueue = (language: () => StudioLocale): Queue => {
  let now: Snapshot = { items: [], isPaused: false, isSignedOut: false, rate: 0 };
  const listeners = new Set<() => void>();
  const sendings = new Map<string, Sending>();
  const pace = openPace();

  const set = (change: Partial<Snapshot>): void => {
    now = { ...now, ...change };
    for (const tell of listeners) tell();
  };
  const change = (fingerprint: string, more: Partial<Item>): void =>
    set({ items: now.items.map((item) => (item.fingerprint === fingerprint ? { ...item, ...more } : item)) });
  const keep = (fingerprint: string, more: Partial<KeptFile>): void => {
    change(fingerprint, more);
    const item = now.items.find((one) => one.fingerprint === fingerprint);
    if (!item) return;
    const { batch, path, size, url, fates } = item;
    void keepFile({ batch, fingerprint, path, size, url, fates });
  };

  const stopAll = (): void => {
    for (const [fingerprint, sending] of sendings) {
      sending.stop();
      sendings.delete(fingerprint);
      change(fingerprint, { state: 'waiting' });
    }
  };

  const end = (fingerprint: string, more: Partial<Item>): void => {
    sendings.delete(fingerprint);
    change(fingerprint, more);
    fill();
  };

  const begin = (item: Item): void => {
    const { fingerprint } = item;
    change(fingerprint, { state: 'sending', reason: null });
    const sending = sendFile(item, language(), {
      onUrl: (url) => keep(fingerprint, { url }),
      onProgress: (sent) => {
        change(fingerprint, { sent, state: 'sending', reason: null });
        pace.note(sentIn(now.items), performance.now());
        set({ rate: pace.rate() });
      },
      onLooking: () => change(fingerprint, { state: 'looking', sent: item.size, reason: null }),
      onFates: (fates) => {
        keep(fingerprint, { fates });
        end(fingerprint, { state: stateOf(fates), sent: item.size, reason: reasonOf(fates) });
      },
      onWait: (reason) => change(fingerprint, { reason }),
      onRefused: (reason) => end(fingerprint, { state: 'failed', reason }),
      onSignedOut: () => {
        stopAll();
        set({ isSignedOut: true });
      },
    });
    sendings.set(fingerprint, sending);
  };

  const fill = (): void => {
    while (!now.isPaused && !now.isSignedOut && sendings.size < atOnce) {
      const next = now.items.find(({ state }) => state === 'waiting');
      if (!next) return;
      begin(next);
    }
  };

  const add: Queue['add'] = async (batch, files, known) => {
    const remembered = new Map(known.map((one) => [one.fingerprint, one]));
    const unread: unknown[] = [];
    for (const { path, file } of files) {
      const fingerprint = await fingerprintOf(path, file).catch((cause: unknown) => {
        unread.push(cause);
        return null;
      });
      if (fingerprint === null) continue;
      if (now.items.some((item) => item.fingerprint === fingerprint)) continue;
      const { url = null, fates = null } = remembered.get(fingerprint) ?? {};
      const state: ItemState = fates ? stateOf(fates) : 'waiting';
      const item: Item = {
        ...{ batch, fingerprint, path, file, url, fates, state, size: file.size },
        sent: fates ? file.size : 0,
        reason: fates ? reasonOf(fates) : null,
      };
      set({ items: [...now.items, item] });
      keep(fingerprint, {});
      fill();
    }
    if (unread.length > 0) throw new AggregateError(unread);
  };

  return {
    subscribe: (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    snapshot: () => now,
    add,
    pause: () => {
      set({ isPaused: true, rate: 0 });
      stopAll();
    },
    goOn: () => {
      set({ isPaused: false, isSignedOut: false });
      fill();
    },
    retry: (fingerprint) => {
      change(fingerprint, { state: 'waiting', reason: null });
      fill();
    },
    remove: (fingerprint) => {
      const item = now.items.find((one) => one.fingerprint === fingerprint);
      sendings.get(fingerprint)?.stop();
      sendings.delete(fingerprint);
      set({ items: now.items.filter((one) => one !== item) });
      if (item) void forgetFile(item);
      if (item?.url && !isOver(item)) void removeUpload(item.url);
      fill();
    },
  };
};

/** A ZIP is done whatever became of its entries; a file alone that is refused is refused. */
const stateOf = (fates: readonly ToldFate[]): ItemState =>
  fates.length === 1 && fates[0]?.outcome === 'refused' ? 'refused' : 'done';

const reasonOf = (fates: readonly ToldFate[]): string | null =>
  fates.length === 1 ? (fates[0]?.reason ?? null) : null;

const sentIn = (items: readonly Item[]): number => items.reduce((sum, { sent }) => sum + sent, 0);
