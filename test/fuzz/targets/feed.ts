import { deepStrictEqual } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '#errors/failure.ts';
import { openAttest } from '#feed/attest.ts';
import { canonicalBytes, sha256Of } from '#feed/canonical.ts';
import { sealEnvelope } from '#feed/dsse.ts';
import type { FeedSource } from '#feed/feed-source.ts';
import { openPayload, type PayloadKind, payloadKinds, sealPayload } from '#feed/payload.ts';
import { origin } from '#feed/position.ts';
import { readEntries } from '#feed/read-entries.ts';
import { openFeedReader } from '#feed/reader.ts';
import { at, filesOf, key, temporaryFolder, trust, writerOf } from '../../feed/support/feed-folder.ts';
import { article, image, put, withdraw } from '../../feed/support/records.ts';
import { drained, type Target, usualSteps } from '../target.ts';

/** The files of a small feed: two segments, a snapshot, one more segment. */
const smallFeed = async (): Promise<ReadonlyMap<string, Uint8Array>> => {
  await using dir = await temporaryFolder();
  await using writer = await writerOf(dir.path);
  const sha = await writer.putBlob(Buffer.from('blob'));
  await writer.append([put(article(1, 'Một')), put(image(2, sha, 4))], at);
  await writer.writeSnapshot(at);
  await writer.append([withdraw('image', 2), put(article(3, 'Ba'))], at);
  const files = await filesOf(dir.path);
  return new Map(files.map((file) => [file, readFileSync(join(dir.path, file))]));
};

const feed = await smallFeed();
const kinds = Object.keys(payloadKinds) as PayloadKind[];
const isSigned = (file: string): boolean => file.endsWith('.json');
const attest = sealPayload(
  'audit',
  {
    version: 1,
    feed: 'a'.repeat(32),
    number: 1,
    previous: null,
    size: 0,
    root: sha256Of(Buffer.alloc(0)),
    proof: [],
    issuedAt: at.toISOString(),
  },
  key,
).file;
const signed = [...[...feed].filter(([file]) => isSigned(file)).map(([, bytes]) => bytes), attest];

const json = [
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '"',
  'null',
  'true',
  '1e309',
  '-0',
  '\\ud800',
  '{"a":',
  '"version":1',
  '__proto__',
];

/** Any file of a feed as a delivery node gets it: nothing of it is proved yet. */
const feedFile: Target = {
  name: 'feed-file',
  samples: () => signed,
  words: [
    ...json,
    '"payload":"',
    '"payloadType":',
    '"signatures":[',
    '"keyid":',
    '"sig":"',
    'application/vnd.benthanh.feed.segment+json',
  ],
  codes: null,
  steps: usualSteps,
  read: (bytes) => {
    const readers = [...kinds.map((kind) => () => openPayload(kind, bytes, trust)), () => openAttest(bytes, trust, 1)];
    for (const read of readers) unlessRefused(read);
  },
};

/** A kind of file that refuses these bytes keeps none of the others from being tried. */
const unlessRefused = (read: () => unknown): void => {
  try {
    read();
  } catch (cause) {
    if (!isRefusal(cause)) throw cause;
  }
};

const isRefusal = (cause: unknown): boolean => cause instanceof Failure && /^feed-/.test(cause.code);

/** The payload of an envelope: what the key has signed. */
const payloadOf = (file: Uint8Array): Uint8Array =>
  Buffer.from((JSON.parse(Buffer.from(file).toString('utf8')) as { payload: string }).payload, 'base64');

/** A file of a feed that the right key has signed, whatever it says: a gate that was taken over. */
const feedSigned: Target = {
  name: 'feed-signed',
  samples: () => signed.map(payloadOf),
  words: [
    ...json,
    '"seq":1',
    '"at":"2026-03-01T12:00:00.000Z"',
    '"change":',
    '"entries":[',
    '"snapshot":',
    '"segment":9007199254740991',
  ],
  codes: null,
  steps: usualSteps,
  read: async (bytes) => {
    for (const kind of kinds) await readAs(kind, sealEnvelope(payloadKinds[kind].type, bytes, key));
  },
};

const readAs = async (kind: PayloadKind, file: Uint8Array): Promise<void> => {
  unlessRefused(() => {
    const { value } = openPayload(kind, file, trust);
    const again = sealEnvelope(payloadKinds[kind].type, canonicalBytes(value), key);
    deepStrictEqual(openPayload(kind, again, trust).value, value);
  });
  const name = placeOf[kind];
  if (name) await readWhole(new Map([...feed, [name, file]]));
};

/** Which file of the feed it is put in the place of. */
const placeOf: Readonly<Partial<Record<PayloadKind, string | undefined>>> = {
  segment: 'segments/000001.json',
  checkpoint: 'checkpoint.json',
  snapshot: [...feed.keys()].find((name) => name.startsWith('snapshots/')),
};

const readWhole = async (files: ReadonlyMap<string, Uint8Array>): Promise<void> => {
  const source: FeedSource = { name: 'memory', read: async (path) => files.get(path) ?? null };
  const reader = openFeedReader({ source, trust });
  try {
    const checkpoint = await reader.checkpoint();
    await drained(readEntries(reader, checkpoint));
    await drained(reader.segments(origin, checkpoint));
  } catch (cause) {
    if (!isRefusal(cause)) throw cause;
  }
};

export const feedTargets: readonly Target[] = [feedFile, feedSigned];
