import { blobsOf } from '#feed/blobs-of.ts';
import { checkpointPath } from '#feed/paths.ts';
import { needsSnapshot } from '#feed/position.ts';
import type { Checkpoint } from '#feed/schemas.ts';
import { applyAll } from './apply-all.ts';
import { completeBlobs, fetchBlobs } from './blobs.ts';
import type { FollowParts } from './follow-parts.ts';
import { writePosition } from './state.ts';
import { takeSnapshot } from './take-snapshot.ts';

/** Entries behind from which records are written first and rendered afterwards: what shows what may come in any order. */
const farBehind = 300;

/**
 * A snapshot knows the last entry of every document, so it cannot tell the former addresses of withdrawn ones. It is
 * used where segments are gone, or where it saves reading this many entries.
 */
const worthSnapshot = 20_000;

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
        entries.flatMap(({ change }) => (change.op === 'put' ? blobsOf(change.record) : [])),
        reader.blob,
      );
    applyAll(parts, entries, () => {
      writePosition(store, position);
      if (!far) renderer.some();
    });
    state.position = position;
  }
};

/** What has been read becomes visible: at once where nobody is served yet, otherwise little by little. */
const finish = async (parts: FollowParts): Promise<void> => {
  const { store, images, reader, renderer, state, signal } = parts;
  const failure = await completeBlobs(store, images, reader.blob);
  if (!state.ready) {
    await renderer.all(signal);
    signal.throwIfAborted();
    renderer.settle();
    store.setMeta('ready', 'yes');
    state.ready = true;
  }
  parts.changed();
  if (failure) throw failure;
};

const takeNews = async (parts: FollowParts): Promise<void> => {
  const { state, reader } = parts;
  const checkpoint = await reader.checkpoint(state.position);
  state.head = checkpoint.seq;
  if (wantsSnapshot(parts, checkpoint)) await takeSnapshot(parts, checkpoint);
  if (checkpoint.seq > state.position.seq) await takeSegments(parts, checkpoint);
  state.signedAt = checkpoint.issuedAt;
  await finish(parts);
};

/**
 * One look at the feed: reads, verifies and applies what is new. Cheap when nothing is: the checkpoint is compared byte
 * for byte with the last one before anything is verified. Where other keys are trusted since, it is verified again.
 *
 * @throws Failure `feed-*`; everything verified until then has been applied
 */
export const followOnce = (parts: FollowParts): (() => Promise<void>) => {
  let last: Uint8Array = Buffer.alloc(0);
  return async () => {
    const { state, source, renderer, trust, signal } = parts;
    if (await trust.look()) last = Buffer.alloc(0);
    const bytes = await source.read(checkpointPath, signal);
    if (bytes === null || Buffer.compare(last, bytes) !== 0) {
      last = Buffer.alloc(0);
      await takeNews(parts);
      last = bytes ?? last;
    }
    if (renderer.pending() === 0) state.inStepAt = Date.now();
  };
};
