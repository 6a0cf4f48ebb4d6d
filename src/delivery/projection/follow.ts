import { checkpointPath } from '#feed/paths.ts';
import { needsSnapshot, positionAt } from '#feed/position.ts';
import type { FeedReader } from '#feed/reader.ts';
import type { Checkpoint, Entry } from '#feed/schemas.ts';
import type { FeedSource } from '#feed/source.ts';
import { applyEntry, blobsOf } from './apply.ts';
import { completeBlobs, fetchBlobs, releaseBlobs } from './blobs.ts';
import type { ImageStore } from './image-store.ts';
import type { Renderer } from './renderer.ts';
import { type NodeState, writePosition } from './state.ts';
import type { Store } from './store.ts';

export interface FollowParts {
  readonly store: Store;
  readonly images: ImageStore;
  readonly renderer: Renderer;
  readonly source: FeedSource;
  readonly reader: FeedReader;
  readonly state: NodeState;
  readonly signal: AbortSignal;
  /** Called after every transaction that changed what is served. */
  changed(): void;
}

/** Entries behind from which records are written first and rendered afterwards: what shows what may come in any order. */
const farBehind = 300;

/**
 * A snapshot knows the last entry of every document, so it cannot tell the former addresses of withdrawn ones. It is
 * used where segments are gone, or where it saves reading this many entries.
 */
const worthSnapshot = 20_000;

/** Writes entries and what they change in one transaction with the position. */
const applyAll = (parts: FollowParts, entries: readonly Entry[], done: () => void): void => {
  const { store, images } = parts;
  const now = new Date().toISOString();
  const released = store.database.transaction(() => {
    const names = entries.flatMap((entry) => applyEntry(store, entry, now, images.has));
    done();
    return names;
  });
  parts.changed();
  releaseBlobs(store, images, released);
};

const forgetAll = (store: Store): void =>
  store.database.transaction(() => {
    for (const table of ['record', 'once', 'ref', 'due', 'dirty', 'blob_use', 'blob_missing', 'kind'])
      store.database.exec(`DELETE FROM ${table}`);
    for (const table of ['card', 'tag', 'answer', 'image_file']) store.database.exec(`DELETE FROM ${table}`);
  });

const takeSnapshot = async (parts: FollowParts, checkpoint: Checkpoint): Promise<void> => {
  const snapshot = parts.reader.snapshot(checkpoint);
  if (!snapshot || !checkpoint.snapshot) return;
  parts.state.ready = false;
  parts.store.setMeta('ready', 'no');
  forgetAll(parts.store);
  parts.renderer.beginBulk();
  for await (const { entries } of snapshot) applyAll(parts, entries, () => {});
  const position = positionAt(checkpoint, checkpoint.snapshot);
  parts.store.database.transaction(() => writePosition(parts.store, position));
  parts.state.position = position;
};

const wantsSnapshot = ({ state: { position } }: FollowParts, checkpoint: Checkpoint): boolean => {
  if (needsSnapshot(position, checkpoint)) return true;
  const { snapshot } = checkpoint;
  return position.seq === 0 && snapshot !== null && snapshot.seq - snapshot.entries > worthSnapshot;
};

/** @returns the first picture that could not be had, if any: the segments are taken in all the same */
const takeSegments = async (parts: FollowParts, checkpoint: Checkpoint): Promise<void> => {
  const { reader, renderer, state, store } = parts;
  const far = checkpoint.seq - state.position.seq > farBehind;
  if (far && !state.ready) renderer.beginBulk();
  for await (const { entries, position } of reader.segments(state.position, checkpoint)) {
    if (!far)
      await fetchBlobs(
        parts.images,
        entries.flatMap((entry) => blobsOf(entry.change)),
        reader.blob,
      );
    applyAll(parts, entries, () => {
      writePosition(store, position);
      if (!far) renderer.some();
    });
    state.position = position;
  }
};

/** Everything that has been read becomes visible; the node serves from then on. */
const finish = async (parts: FollowParts): Promise<void> => {
  const { store, images, reader, renderer, state, signal } = parts;
  const failure = await completeBlobs(store, images, reader.blob);
  await renderer.all(signal);
  signal.throwIfAborted();
  renderer.settle();
  if (!state.ready) {
    store.setMeta('ready', 'yes');
    state.ready = true;
  }
  parts.changed();
  if (failure) throw failure;
};

/**
 * One look at the feed: reads, verifies and applies what is new. Cheap when nothing is: the checkpoint is compared byte
 * for byte with the last one before anything is verified.
 *
 * @throws Failure `feed-*`; everything verified until then has been applied
 */
export const followOnce = (parts: FollowParts): (() => Promise<void>) => {
  let last: Uint8Array = Buffer.alloc(0);
  return async () => {
    const { state, source, reader, signal } = parts;
    const bytes = await source.read(checkpointPath, signal);
    if (bytes !== null && Buffer.compare(last, bytes) === 0) {
      state.inStepAt = Date.now();
      return;
    }
    last = Buffer.alloc(0);
    const checkpoint = await reader.checkpoint(state.position);
    if (wantsSnapshot(parts, checkpoint)) await takeSnapshot(parts, checkpoint);
    if (checkpoint.seq > state.position.seq) await takeSegments(parts, checkpoint);
    state.signedAt = checkpoint.issuedAt;
    await finish(parts);
    state.inStepAt = Date.now();
    last = bytes ?? last;
  };
};
