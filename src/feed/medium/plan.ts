import { Failure } from '#errors/failure.ts';
import { type LiveState, takeIn } from '../live-state.ts';
import { attestPath, blobPath, checkpointPath, segmentPath, snapshotPath } from '../paths.ts';
import { origin, type Position, positionAt } from '../position.ts';
import { readEntries } from '../read-entries.ts';
import type { FeedReader } from '../reader.ts';
import type { Checkpoint } from '../schemas.ts';
import { subjectOf } from '../subject-of.ts';
import type { MediumManifest } from './schemas.ts';

type Place = MediumManifest['from'];

/** What the other side has already. */
export interface Since {
  /** Number of the last entry that is there. */
  readonly seq: number;
  readonly snapshot: string | null;
  /** Number of the last checkpoint of the audit log that is there. */
  readonly attest: number;
}

/** What a medium is to carry. */
export interface MediumPlan {
  readonly from: Place;
  readonly to: Place;
  readonly paths: readonly string[];
  readonly entries: number;
  /** Documents that are withdrawn, and whose words still stand in segments that go along. */
  readonly withdrawn: number;
}

const placeOf = ({ segment, seq, head }: Place): Place => ({ segment, seq, head });

/** The state at the checkpoint: the last entry of every document. */
const foldAll = async (reader: FeedReader, checkpoint: Checkpoint): Promise<LiveState> => {
  const state: LiveState = new Map();
  for await (const entry of readEntries(reader, checkpoint)) takeIn(state, entry);
  return state;
};

/** The last place that the other side has reached for certain; the beginning where segments after it are gone. */
const startOf = async (reader: FeedReader, checkpoint: Checkpoint, seq: number): Promise<Place> => {
  const { base } = checkpoint;
  if (seq < base.seq) return placeOf(origin);
  let start: Place = placeOf(base);
  for await (const { position } of reader.segments(positionAt(checkpoint, base), checkpoint)) {
    if (position.seq > seq) break;
    start = placeOf(position);
  }
  return start;
};

interface Carried {
  readonly segments: string[];
  readonly puts: Set<string>;
  entries: number;
}

const carriedAfter = async (reader: FeedReader, checkpoint: Checkpoint, from: Place): Promise<Carried> => {
  const carried: Carried = { segments: [], puts: new Set(), entries: 0 };
  const after: Position = positionAt(checkpoint, from.segment < checkpoint.base.segment ? checkpoint.base : from);
  for await (const { segment, entries } of reader.segments(after, checkpoint)) {
    carried.segments.push(segmentPath(segment));
    carried.entries += entries.length;
    for (const { change } of entries) if (change.op === 'put') carried.puts.add(subjectOf(change));
  }
  return carried;
};

/** A snapshot that the checkpoint names belongs to the feed at the other side too: a new node there starts from it. */
const partsOf = ({ snapshot }: Checkpoint, known: string | null): string[] => {
  if (snapshot === null || snapshot.id === known) return [];
  return Array.from({ length: snapshot.parts }, (_, index) => snapshotPath(snapshot.id, index + 1));
};

const attestsAfter = async (reader: FeedReader, last: number): Promise<string[]> => {
  const paths: string[] = [];
  for (let number = last + 1; (await reader.attest(number)) !== null; number += 1) paths.push(attestPath(number));
  return paths;
};

/**
 * What of a feed has to be carried to a side that has come so far: the signed checkpoint, the segments after that place,
 * the pictures that a document changed since then needs now, the snapshot and the checkpoints of the audit log that are
 * not there yet. All of it is verified while it is planned.
 *
 * @throws Failure `medium-since` for a place beyond the end, and what the reader throws
 */
export const planMedium = async (reader: FeedReader, checkpoint: Checkpoint, since: Since): Promise<MediumPlan> => {
  if (since.seq > checkpoint.seq) throw new Failure('medium-since', { since: since.seq, seq: checkpoint.seq });
  const from = await startOf(reader, checkpoint, since.seq);
  const state = await foldAll(reader, checkpoint);
  const { segments, puts, entries } = await carriedAfter(reader, checkpoint, from);
  const changed = [...state.values()].filter(({ live, seq }) => live && seq > from.seq);
  const blobs = new Set(changed.flatMap((standing) => standing.blobs));
  const whole = from.segment === 0;
  const paths = [
    checkpointPath,
    ...segments,
    ...partsOf(checkpoint, whole ? null : since.snapshot),
    ...(await attestsAfter(reader, whole ? 0 : since.attest)),
    ...[...blobs].map(blobPath),
  ];
  const withdrawn = [...puts].filter((subject) => state.get(subject)?.live === false).length;
  return { from, to: placeOf(checkpoint), paths, entries, withdrawn };
};
