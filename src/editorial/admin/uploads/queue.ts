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
  /** Tries at once what has failed or waits for its line. */
  retry(fingerprint: string): void;
  /** The same for everything that has failed. */
  retryFailed(): void;
  remove(fingerprint: string): void;
}

const isOver = ({ state }: Item): boolean => state === 'done' || state === 'refused';

class WaitingLine implements Queue {
  #now: Snapshot = { items: [], isPaused: false, isSignedOut: false, rate: 0 };
  readonly #listeners = new Set<() => void>();
  readonly #sendings = new Map<string, Sending>();
  #pace = openPace();
  readonly #language: () => StudioLocale;

  constructor(language: () => StudioLocale) {
    this.#language = language;
  }

  readonly subscribe = (changed: () => void): (() => void) => {
    this.#listeners.add(changed);
    return () => this.#listeners.delete(changed);
  };

  readonly snapshot = (): Snapshot => this.#now;

  readonly pause = (): void => {
    this.#set({ isPaused: true, rate: 0 });
    this.#stopAll();
  };

  readonly goOn = (): void => {
    // What was sent before the rest says nothing of how fast it goes now
    this.#pace = openPace();
    this.#set({ isPaused: false, isSignedOut: false });
    this.#fill();
  };

  readonly retry = (fingerprint: string): void => {
    this.#sendings.get(fingerprint)?.stop();
    this.#sendings.delete(fingerprint);
    this.#change(fingerprint, { state: 'waiting', reason: null });
    this.#fill();
  };

  readonly retryFailed = (): void => {
    const items = this.#now.items.map((item) =>
      item.state === 'failed' ? { ...item, state: 'waiting' as const, reason: null } : item,
    );
    this.#set({ items });
    this.#fill();
  };

  readonly remove = (fingerprint: string): void => {
    const item = this.#item(fingerprint);
    this.#sendings.get(fingerprint)?.stop();
    this.#sendings.delete(fingerprint);
    this.#set({ items: this.#now.items.filter((one) => one !== item) });
    if (item) void forgetFile(item);
    if (item?.url && !isOver(item)) void removeUpload(item.url);
    this.#fill();
  };

  readonly add: Queue['add'] = async (batch, files, known) => {
    const remembered = new Map(known.map((one) => [one.fingerprint, one]));
    const unread: unknown[] = [];
    for (const { path, file } of files) {
      const fingerprint = await fingerprintOf(path, file).catch((cause: unknown) => {
        unread.push(cause);
        return null;
      });
      if (fingerprint === null || this.#item(fingerprint)) continue;
      const { url = null, fates = null } = remembered.get(fingerprint) ?? {};
      const kept: KeptFile = { batch, fingerprint, path, url, fates, size: file.size };
      this.#set({ items: [...this.#now.items, itemOf(kept, file)] });
      this.#keep(fingerprint, {});
      this.#fill();
    }
    if (unread.length > 0) throw new AggregateError(unread);
  };

  #item(fingerprint: string): Item | undefined {
    return this.#now.items.find((one) => one.fingerprint === fingerprint);
  }

  #set(change: Partial<Snapshot>): void {
    this.#now = { ...this.#now, ...change };
    for (const tell of this.#listeners) tell();
  }

  #change(fingerprint: string, more: Partial<Item>): void {
    const items = this.#now.items.map((item) => (item.fingerprint === fingerprint ? { ...item, ...more } : item));
    this.#set({ items });
  }

  #keep(fingerprint: string, more: Partial<KeptFile>): void {
    this.#change(fingerprint, more);
    const item = this.#item(fingerprint);
    if (!item) return;
    const { batch, path, size, url, fates } = item;
    void keepFile({ batch, fingerprint, path, size, url, fates });
  }

  #stopAll(): void {
    for (const [fingerprint, sending] of this.#sendings) {
      sending.stop();
      this.#sendings.delete(fingerprint);
      this.#change(fingerprint, { state: 'waiting' });
    }
  }

  #end(fingerprint: string, more: Partial<Item>): void {
    this.#sendings.delete(fingerprint);
    this.#change(fingerprint, more);
    this.#fill();
  }

  #begin(item: Item): void {
    const { fingerprint, size } = item;
    this.#change(fingerprint, { state: 'sending', reason: null });
    const sending = sendFile(item, this.#language(), {
      onUrl: (url) => this.#keep(fingerprint, { url }),
      onProgress: (sent) => {
        this.#change(fingerprint, { sent, state: 'sending', reason: null });
        this.#pace.note(sentIn(this.#now.items), performance.now());
        this.#set({ rate: this.#pace.rate() });
      },
      onLooking: () => this.#change(fingerprint, { state: 'looking', sent: size, reason: null }),
      onFates: (fates) => {
        this.#keep(fingerprint, { fates });
        this.#end(fingerprint, { state: stateOf(fates), sent: size, reason: reasonOf(fates) });
      },
      onWait: (reason) => this.#change(fingerprint, { reason }),
      onRefused: (reason) => this.#end(fingerprint, { state: 'failed', reason }),
      onSignedOut: () => {
        this.#stopAll();
        this.#set({ isSignedOut: true });
      },
    });
    this.#sendings.set(fingerprint, sending);
  }

  #fill(): void {
    while (!this.#now.isPaused && !this.#now.isSignedOut && this.#sendings.size < atOnce) {
      const next = this.#now.items.find(({ state }) => state === 'waiting');
      if (!next) return;
      this.#begin(next);
    }
  }
}

/** @param language of the person, asked for whenever a file is begun */
export const openQueue = (language: () => StudioLocale): Queue => new WaitingLine(language);

/** A file as it stands when it is given, for the first time or again. */
const itemOf = (kept: KeptFile, file: File): Item => ({
  ...kept,
  file,
  state: kept.fates ? stateOf(kept.fates) : 'waiting',
  sent: kept.fates ? kept.size : 0,
  reason: kept.fates ? reasonOf(kept.fates) : null,
});

/** A ZIP is done whatever became of its entries; a file alone that is refused is refused. */
const stateOf = (fates: readonly ToldFate[]): ItemState =>
  fates.length === 1 && fates[0]?.outcome === 'refused' ? 'refused' : 'done';

const reasonOf = (fates: readonly ToldFate[]): string | null =>
  fates.length === 1 ? (fates[0]?.reason ?? null) : null;

const sentIn = (items: readonly Item[]): number => items.reduce((sum, { sent }) => sum + sent, 0);
