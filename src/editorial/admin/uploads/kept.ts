import type { ToldFate } from './told.ts';

/** What this browser remembers of one file of a batch. */
export interface KeptFile {
  readonly batch: string;
  readonly fingerprint: string;
  readonly path: string;
  readonly size: number;
  /** Where it is being sent; null before it was begun. */
  readonly url: string | null;
  /** What became of it: of each file in it, where it is a ZIP; null before that is known. */
  readonly fates: readonly ToldFate[] | null;
}

/** What this browser remembers of a batch that has not ended. */
export interface KeptBatch {
  readonly id: string;
  /** Whose it is: another person at the same computer is told nothing of it. */
  readonly owner: string;
  readonly at: string;
  readonly handles: readonly FileSystemHandle[];
}

const open = (): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open('benthanh-uploads', 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore('batches', { keyPath: 'id' });
      request.result.createObjectStore('files', { keyPath: ['batch', 'fingerprint'] }).createIndex('batch', 'batch');
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

let opened: Promise<IDBDatabase> | null = null;

const on = async <T>(
  store: 'batches' | 'files',
  mode: IDBTransactionMode,
  ask: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> => {
  opened ??= open();
  return settled(ask((await opened).transaction(store, mode).objectStore(store)));
};

/** A browser that keeps nothing, as in a private window, goes on without: then a reloaded page begins anew. */
const orElse =
  <T>(value: T) =>
  (): T =>
    value;

export const keepFile = async (file: KeptFile): Promise<void> => {
  await on('files', 'readwrite', (store) => store.put(file)).catch(orElse(null));
};

export const forgetFile = async ({ batch, fingerprint }: KeptFile): Promise<void> => {
  await on('files', 'readwrite', (store) => store.delete([batch, fingerprint])).catch(orElse(undefined));
};

/** Handles cannot be kept by every browser; the batch is. */
export const keepBatch = async (batch: KeptBatch): Promise<void> => {
  const put = (one: KeptBatch) => on('batches', 'readwrite', (store) => store.put(one));
  await put(batch).catch(() => put({ ...batch, handles: [] }).catch(orElse(null)));
};

/** The newest batch of a person that has not ended, with its files. */
export const keptOf = async (owner: string): Promise<{ batch: KeptBatch; files: KeptFile[] } | null> => {
  const all = await on<KeptBatch[]>('batches', 'readonly', (store) => store.getAll()).catch(orElse([]));
  const [batch] = all.filter((one) => one.owner === owner).sort((one, other) => (one.at < other.at ? 1 : -1));
  if (!batch) return null;
  const files = await on<KeptFile[]>('files', 'readonly', (store) => store.index('batch').getAll(batch.id));
  return { batch, files };
};

/** Forgets a batch with all its files. */
export const forgetBatch = async (id: string): Promise<void> => {
  const known = await on<KeptFile[]>('files', 'readonly', (store) => store.index('batch').getAll(id)).catch(orElse([]));
  for (const file of known) await forgetFile(file);
  await on('batches', 'readwrite', (store) => store.delete(id)).catch(orElse(undefined));
};
