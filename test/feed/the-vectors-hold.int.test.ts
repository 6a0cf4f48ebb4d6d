import { readdirSync, readFileSync } from 'node:fs';
import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { canonicalBytes } from '#feed/canonical.ts';
import { checkFollows, checkSound, follow } from '#feed/check-order.ts';
import { openEnvelope, preAuthEncoding } from '#feed/dsse.ts';
import { loadTrust } from '#feed/keys.ts';
import { openPayload } from '#feed/payload.ts';
import { origin, type Position } from '#feed/position.ts';
import { readEntries } from '#feed/read-entries.ts';
import { openFeedReader } from '#feed/reader.ts';
import { entry } from '#feed/schemas.ts';
import { openSource } from '#feed/source.ts';
import { verifyFeed } from '#feed/verify-feed.ts';
import { codeOf, temporaryFolder } from './support/feed-folder.ts';

const vectors = join(import.meta.dirname, '../vectors/feed');
const trust = await loadTrust(join(vectors, 'keys/trust.pem'));
const feed = '00112233445566778899aabbccddeeff';
const start = { ...origin, feed };

const json = (path: string) => JSON.parse(readFileSync(join(vectors, path), 'utf8'));
const bytes = (path: string) => readFileSync(join(vectors, path));
const names = (folder: string) => readdirSync(join(vectors, folder)).map((name) => name.replace('.json', ''));

const invalid = z.object({ code: z.string(), envelope: z.unknown() });
const invalidOf = (path: string) => {
  const { code, envelope } = invalid.parse(json(path));
  return { code, file: Buffer.from(JSON.stringify(envelope)) };
};

describe('entries', () => {
  test.each(names('entries/valid'))('%s is read', (name) => {
    expect(entry.parse(json(`entries/valid/${name}.json`))).toEqual(json(`entries/valid/${name}.json`));
  });
  test.each(names('entries/invalid'))('%s is refused', (name) => {
    expect(entry.safeParse(json(`entries/invalid/${name}.json`).entry).success).toBe(false);
  });
});

describe('envelopes', () => {
  test('the encoding that is signed', () => {
    for (const { payloadType, payload, encoded } of json('envelopes/pae.json')) {
      expect(preAuthEncoding(payloadType, Buffer.from(payload)).toString()).toBe(encoded);
    }
  });
  test.each(names('envelopes/valid'))('%s opens', async (name) => {
    const both = await loadTrust(join(vectors, 'keys/trust-two.pem'));
    const file = bytes(`envelopes/valid/${name}.json`);
    expect(openEnvelope(file, trust).payload).toEqual(openEnvelope(bytes('segments/valid/first.json'), both).payload);
    expect(openEnvelope(file, both).payload).toEqual(openEnvelope(file, trust).payload);
  });
  test.each(names('envelopes/invalid'))('%s is refused', async (name) => {
    const { code, file } = invalidOf(`envelopes/invalid/${name}.json`);
    expect(await codeOf(async () => openEnvelope(file, trust))).toBe(code);
  });
});

describe('segments', () => {
  const open = (file: Uint8Array, held: Position = start) => {
    const { value, hash } = openPayload('segment', file, trust);
    return follow(held, value, hash);
  };
  test('first and second follow each other, and canonical form is not asked of a reader', () => {
    const first = open(bytes('segments/valid/first.json'));
    expect(open(bytes('segments/valid/second.json'), first)).toMatchObject({ segment: 2, seq: 4 });
    expect(open(bytes('segments/valid/not-canonical.json'))).toMatchObject({ segment: 1, seq: 2 });
  });
  test.each(names('segments/invalid'))('%s is refused as the first segment', async (name) => {
    const { code, file } = invalidOf(`segments/invalid/${name}.json`);
    expect(await codeOf(async () => open(file))).toBe(code);
  });
});

describe('checkpoints', () => {
  const open = (file: Uint8Array) => {
    const { value } = openPayload('checkpoint', file, trust);
    checkSound(value);
    return value;
  };
  test.each(names('checkpoints/valid'))('%s is read', (name) => {
    expect(open(bytes(`checkpoints/valid/${name}.json`)).feed).toBe(feed);
  });
  test.each(names('checkpoints/invalid'))('%s is refused', async (name) => {
    const { code, file } = invalidOf(`checkpoints/invalid/${name}.json`);
    expect(await codeOf(async () => open(file))).toBe(code);
  });
  test('a reader that holds something judges by it', async () => {
    for (const { says, held, checkpoint, code } of json('checkpoints/held.json')) {
      const offered = open(bytes(`checkpoints/valid/${checkpoint}.json`));
      expect([says, await codeOf(async () => checkFollows(held, offered))]).toEqual([says, code ?? 'none']);
    }
  });
});

describe('whole feeds', () => {
  test('the sound one gives what is expected, by segments and by snapshot', async () => {
    const expected = json('feed.expected.json');
    const source = openSource(join(vectors, 'feed'));
    const reader = openFeedReader({ source, trust });
    const checkpoint = await reader.checkpoint();
    expect(checkpoint).toEqual(expected.checkpoint);
    const hashes = [];
    const entries = [];
    for await (const segment of reader.segments(origin, checkpoint)) {
      hashes.push(segment.position.head);
      entries.push(...segment.entries);
    }
    expect({ hashes, entries }).toEqual({ hashes: expected.segments, entries: expected.entries });
    const live = [];
    for await (const each of readEntries(reader, checkpoint)) live.push(each);
    expect(live).toEqual(expected.live);
    expect((await verifyFeed({ source, trust })).fault).toBeNull();
  });
  test.each(names('feeds-invalid'))('%s has the fault that is expected', async (name) => {
    const { code, file, seq, without } = json(`feeds-invalid/${name}/expected.json`);
    await using dir = await temporaryFolder();
    await cp(join(vectors, 'feed'), dir.path, { recursive: true });
    await cp(join(vectors, `feeds-invalid/${name}/files`), dir.path, { recursive: true }).catch(() => undefined);
    for (const path of without) await rm(join(dir.path, path));
    const { fault } = await verifyFeed({ source: openSource(dir.path), trust });
    expect(fault).toMatchObject({ code, file, ...(seq === null ? {} : { seq }) });
  });
});

test('payloads of our own are canonical', () => {
  for (const path of [
    'segments/valid/first.json',
    'segments/valid/second.json',
    'checkpoints/valid/with-snapshot.json',
  ]) {
    const { payload } = openEnvelope(bytes(path), trust);
    expect(canonicalBytes(JSON.parse(payload.toString('utf8')))).toEqual(payload);
  }
});
