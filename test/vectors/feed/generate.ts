/**
 * Makes the test vectors of the feed anew: `node test/vectors/feed/generate.ts`. Ed25519 signs without chance, so the
 * same program always makes the same files; a difference in version control is a change of the format.
 */
import { createHash, createPrivateKey, sign } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { canonicalBytes, sha256Of } from '#feed/canonical.ts';
import type { Change } from '#feed/change.ts';
import { preAuthEncoding, sealEnvelope } from '#feed/dsse.ts';
import { keyId, publicHalf, toPem } from '#feed/keys.ts';
import { payloadKinds } from '#feed/payload.ts';
import { badRecords, goodRecords, imageMembers } from './sample-records.ts';

const root = import.meta.dirname;
const seed = (byte: number) => Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), Buffer.alloc(32, byte)]);
const keyOf = (byte: number) => createPrivateKey({ key: seed(byte), format: 'der', type: 'pkcs8' });
const [key, stranger, older] = [keyOf(1), keyOf(9), keyOf(2)];
const at = '2026-03-01T12:00:00.000Z';
const feed = '00112233445566778899aabbccddeeff';
const idOf = (name: string) => createHash('sha256').update(name).digest('base64url').slice(0, 22);

const write = (path: string, bytes: Uint8Array | string) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), bytes);
};
const pretty = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

const edition = (slug: string, title: string) => ({
  slug,
  title,
  appearsAt: null,
  vanishesAt: null,
  publishedAt: at,
  updatedAt: at,
  state: 'original',
  source: 'vi',
  sourceUpdatedAt: at,
});
const article = {
  type: 'article',
  id: idOf('article'),
  editions: {
    vi: [
      {
        ...edition('cho-ben-thanh', 'Chợ Bến Thành'),
        summary: 'Ngôi chợ giữa lòng thành phố.',
        body: [{ type: 'paragraph', children: [{ type: 'text', text: 'Chợ mở cửa từ sáng sớm. 😀' }] }],
        cover: idOf('image'),
        topics: [],
        places: [],
        agency: null,
      },
    ],
    'zh-Hans': [
      {
        ...edition('bin-cheng-shi-chang', '滨城市场'),
        state: 'human',
        appearsAt: '2026-03-02T00:00:00.000Z',
        vanishesAt: '2026-04-02T00:00:00.000Z',
        summary: '',
        body: [],
        cover: null,
        topics: [],
        places: [],
        agency: null,
      },
    ],
  },
  formerSlugs: { vi: ['cho-cu'] },
};
const picture = Buffer.from('not really a picture\n');
const copy = Buffer.from('not really a pyramid\n');
const image = {
  type: 'image',
  id: idOf('image'),
  editions: {
    en: [
      {
        ...edition('market-hall', 'Market hall'),
        source: 'en',
        alt: 'A market hall',
        caption: '',
        credit: 'City archive',
        creator: '',
        rights: 'http://rightsstatements.org/vocab/InC/1.0/',
        date: '2018-05',
        width: 1600,
        height: 900,
        focus: [0.5, 0.25],
        thumbhash: '',
        sources: [{ type: 'image/webp', width: 1600, height: 900, blob: sha256Of(picture), bytes: picture.length }],
        accessCopy: { width: 1600, height: 900, blob: sha256Of(copy), bytes: copy.length },
        topics: [],
        places: [],
        agency: null,
      },
    ],
  },
  formerSlugs: {},
};
const lost = { ...image, id: idOf('lost'), editions: { en: [{ ...image.editions.en[0], slug: 'lost', sources: [{ ...image.editions.en[0]?.sources[0], blob: 'ab'.repeat(32) }] }] } };

const put = (record: unknown) => ({ op: 'put', record });
const withdraw = (type: string, name: string): Change => ({ op: 'withdraw', type: type as 'article', id: idOf(name) });
const entryOf = (seq: number, change: unknown) => ({ seq, at, change });

type Kind = keyof typeof payloadKinds;
const sealAs = (kind: Kind, payload: Uint8Array, by = key) => sealEnvelope(payloadKinds[kind].type, payload, by);
const segmentOf = (segment: number, previous: string | null, entries: unknown[], more: object = {}) =>
  canonicalBytes({ version: 1, feed, segment, previous, issuedAt: at, entries, ...more });

// A whole feed
const entries = [entryOf(1, put(image)), entryOf(2, put(article)), entryOf(3, put(lost)), entryOf(4, withdraw('image', 'lost'))];
const one = segmentOf(1, null, entries.slice(0, 2));
const two = segmentOf(2, sha256Of(one), entries.slice(2));
const snapshotId = '000002-0a0b0c0d';
const live = [entries[0], entries[1], entries[3]];
const part = canonicalBytes({ version: 1, feed, snapshot: snapshotId, part: 1, previous: null, entries: live });
const end = { segment: 2, seq: 4, head: sha256Of(two) };
const start = { segment: 0, seq: 0, head: null };
const mark = { id: snapshotId, ...end, parts: 1, entries: 3, last: sha256Of(part), issuedAt: at };
const checkpointValue = { version: 1, feed, ...end, base: start, issuedAt: at, snapshot: mark };
const checkpoint = canonicalBytes(checkpointValue);

for (const folder of ['keys', 'canonical', 'entries', 'envelopes', 'segments', 'checkpoints', 'feed', 'feeds-invalid']) {
  rmSync(join(root, folder), { recursive: true, force: true });
}
write('keys/signing-key.pem', toPem(key));
write('keys/trust.pem', toPem(publicHalf(key)));
write('keys/trust-two.pem', toPem(publicHalf(older)) + toPem(publicHalf(key)));

// Entries, before any envelope
for (const [name, value] of Object.entries({ 'put-image': entries[0], 'put-article': entries[1], withdraw: entries[3] })) {
  write(`entries/valid/${name}.json`, pretty(value));
}
const { accessCopy, ...before } = image.editions.en[0] ?? {};
write('entries/valid/put-image-without-access-copy.json', pretty(entryOf(1, put({ ...image, editions: { en: [before] } }))));
const withTold = (more: object) => entryOf(1, put({ ...image, formerIds: [idOf('another image')], editions: { en: [{ ...image.editions.en[0], ...imageMembers, ...more }] } }));
write('entries/valid/put-image-of-which-all-is-said.json', pretty(withTold({})));
for (const [name, record] of Object.entries(goodRecords)) write(`entries/valid/${name}.json`, pretty(entryOf(1, put(record))));
const badEntries: Record<string, unknown> = {
  'unknown-member': { ...entries[3], secret: 1 },
  'image-for-an-unknown-use': withTold({ uses: ['web', 'war'] }),
  'image-for-no-use': withTold({ uses: [] }),
  'unknown-operation': entryOf(1, { op: 'replace', id: idOf('x') }),
  'seq-zero': entryOf(0, withdraw('article', 'x')),
  'seq-beyond-what-is-exact': entryOf(2 ** 53, withdraw('article', 'x')),
  'seq-fraction': entryOf(1.5, withdraw('article', 'x')),
  'time-without-milliseconds': { ...entries[3], at: '2026-03-01T12:00:00Z' },
  'tombstone-that-tells-more': entryOf(1, { ...withdraw('article', 'x'), title: 'x' }),
  'record-of-unknown-type': entryOf(1, put({ ...article, type: 'memo' })),
  'record-in-unknown-language': entryOf(1, put({ ...article, editions: { ja: article.editions.vi } })),
  'record-with-three-editions': entryOf(1, put({ ...article, editions: { vi: Array.from({ length: 3 }, () => article.editions.vi[0]) } })),
  'link-to-javascript': entryOf(1, put({ ...article, editions: { vi: [{ ...article.editions.vi[0], body: [{ type: 'paragraph', children: [{ type: 'link', to: { href: 'javascript:alert(1)' }, children: [] }] }] }] } })),
};
badEntries['access-copy-that-tells-more'] = entryOf(1, put({ ...image, editions: { en: [{ ...before, accessCopy: { ...accessCopy, master: 'x' } }] } }));
for (const [name, record] of Object.entries(badRecords)) badEntries[name] = entryOf(1, put(record));
for (const [name, value] of Object.entries(badEntries)) write(`entries/invalid/${name}.json`, pretty({ code: 'feed-malformed', entry: value }));

// The pre-authentication encoding and envelopes
const hello = Buffer.from('hello world');
const helloType = 'http://example.com/HelloWorld';
write('envelopes/pae.json', pretty([
  { payloadType: helloType, payload: 'hello world', encoded: preAuthEncoding(helloType, hello).toString() },
  { payloadType: 'ợ', payload: '', encoded: preAuthEncoding('ợ', Buffer.alloc(0)).toString() },
]));
const frame = JSON.parse(sealAs('segment', one).toString()) as { payloadType: string; payload: string; signatures: { keyid: string; sig: string }[] };
const [signature] = frame.signatures;
const url = (text: string) => text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
const goodFrames: Record<string, unknown> = {
  plain: frame,
  'no-key-id': { ...frame, signatures: [{ sig: signature?.sig }] },
  'wrong-key-id': { ...frame, signatures: [{ keyid: keyId(stranger), sig: signature?.sig }] },
  'base64url-without-padding': { ...frame, payload: url(frame.payload), signatures: [{ ...signature, sig: url(signature?.sig ?? '') }] },
  'unknown-members': { ...frame, note: 'passed over', signatures: [{ ...signature, note: 1 }] },
  'stranger-first': { ...frame, signatures: [{ keyid: 'x', sig: sign(null, preAuthEncoding(frame.payloadType, one), stranger).toString('base64') }, signature] },
};
for (const [name, value] of Object.entries(goodFrames)) write(`envelopes/valid/${name}.json`, pretty(value));
const badFrames: Record<string, [string, unknown]> = {
  'signed-by-a-stranger': ['feed-signature-bad', JSON.parse(sealAs('segment', one, stranger).toString())],
  'stranger-with-our-key-id': ['feed-signature-bad', { ...frame, signatures: [{ keyid: signature?.keyid, sig: sign(null, preAuthEncoding(frame.payloadType, one), stranger).toString('base64') }] }],
  'signature-over-the-bare-payload': ['feed-signature-bad', { ...frame, signatures: [{ ...signature, sig: sign(null, one, key).toString('base64') }] }],
  'other-payload': ['feed-signature-bad', { ...frame, payload: two.toString('base64') }],
  'other-type': ['feed-signature-bad', { ...frame, payloadType: payloadKinds.checkpoint.type }],
  'no-signatures': ['feed-malformed', { ...frame, signatures: [] }],
  'seventeen-signatures': ['feed-malformed', { ...frame, signatures: Array.from({ length: 17 }, () => signature) }],
  'no-base64': ['feed-malformed', { ...frame, payload: '{"version":1}' }],
  'no-object': ['feed-malformed', [frame]],
};
for (const [name, [code, value]] of Object.entries(badFrames)) write(`envelopes/invalid/${name}.json`, pretty({ code, envelope: value }));

// Segments and checkpoints with a good signature. `payload` is text, so that broken JSON can be shown too.
const signedCase = (folder: string, kind: Kind, name: string, code: string, payload: Uint8Array) =>
  write(`${folder}/invalid/${name}.json`, pretty({ code, envelope: JSON.parse(sealAs(kind, payload).toString()) }));
write('segments/valid/first.json', sealAs('segment', one));
write('segments/valid/second.json', sealAs('segment', two));
write('segments/valid/not-canonical.json', sealAs('segment', Buffer.from(JSON.stringify(JSON.parse(one.toString()), null, 1))));
const tombstone = (seq: number) => entryOf(seq, withdraw('article', 'x'));
const text = (value: Uint8Array) => Buffer.from(value).toString('utf8');
const badSegments: Record<string, [string, Uint8Array]> = {
  'version-2': ['feed-version-unknown', segmentOf(1, null, [], { version: 2, anything: true })],
  'version-missing': ['feed-malformed', canonicalBytes({ feed, segment: 1, previous: null, issuedAt: at, entries })],
  'no-entries': ['feed-malformed', segmentOf(1, null, [])],
  'too-many-entries': ['feed-malformed', segmentOf(1, null, Array.from({ length: 257 }, (_, index) => tombstone(index + 1)))],
  'unknown-member': ['feed-malformed', segmentOf(1, null, entries, { note: 'x' })],
  'broken-json': ['feed-malformed', one.subarray(0, -1)],
  'broken-utf-8': ['feed-malformed', Buffer.concat([one.subarray(0, 20), Buffer.from([0xff]), one.subarray(20)])],
  'byte-order-mark': ['feed-malformed', Buffer.concat([Buffer.from('\ufeff'), one])],
  'lone-surrogate': ['feed-malformed', Buffer.from(text(one).replace('Market hall', 'Market \\ud83d hall'))],
  'second-as-first': ['feed-order-broken', segmentOf(2, null, [tombstone(1)])],
  'gap-in-seq': ['feed-order-broken', segmentOf(1, null, [tombstone(1), tombstone(3)])],
  'seq-twice': ['feed-order-broken', segmentOf(1, null, [tombstone(1), tombstone(1)])],
  'seq-not-from-1': ['feed-order-broken', segmentOf(1, null, [tombstone(2)])],
  'previous-of-another': ['feed-chain-broken', segmentOf(1, 'a'.repeat(64), [tombstone(1)])],
  'another-feed': ['feed-other', segmentOf(1, null, [tombstone(1)], { feed: 'f'.repeat(32) })],
};
for (const [name, [code, payload]] of Object.entries(badSegments)) signedCase('segments', 'segment', name, code, payload);
signedCase('segments', 'checkpoint', 'checkpoint-as-segment', 'feed-malformed', checkpoint);

const checkpointOf = (more: object) => canonicalBytes({ ...checkpointValue, ...more });
write('checkpoints/valid/empty.json', sealAs('checkpoint', checkpointOf({ ...start, snapshot: null })));
write('checkpoints/valid/with-snapshot.json', sealAs('checkpoint', checkpoint));
write('checkpoints/valid/pruned.json', sealAs('checkpoint', checkpointOf({ base: end })));
const badCheckpoints: Record<string, [string, Uint8Array]> = {
  'version-2': ['feed-version-unknown', checkpointOf({ version: 2 })],
  'unknown-member': ['feed-malformed', checkpointOf({ note: 1 })],
  'no-feed': ['feed-malformed', canonicalBytes({ version: 1, ...end, base: start, issuedAt: at, snapshot: null })],
  'entries-without-segment': ['feed-order-broken', checkpointOf({ segment: 0, head: null, snapshot: null })],
  'segment-without-head': ['feed-order-broken', checkpointOf({ head: null, snapshot: null })],
  'base-beyond-end': ['feed-order-broken', checkpointOf({ base: { segment: 3, seq: 9, head: 'a'.repeat(64) } })],
  'pruned-without-snapshot': ['feed-order-broken', checkpointOf({ base: end, snapshot: null })],
  'snapshot-beyond-end': ['feed-order-broken', checkpointOf({ snapshot: { ...mark, segment: 3, seq: 5 } })],
};
for (const [name, [code, payload]] of Object.entries(badCheckpoints)) signedCase('checkpoints', 'checkpoint', name, code, payload);

// Whole feeds: one sound, then the same with one fault each
type Files = Record<string, Uint8Array>;
const pathOf = (bytes: Uint8Array) => `blobs/sha256/${sha256Of(bytes).slice(0, 2)}/${sha256Of(bytes)}`;
const [blob, copyBlob] = [pathOf(picture), pathOf(copy)];
const partPath = `snapshots/${snapshotId}/0001.json`;
const sound: Files = {
  'checkpoint.json': sealAs('checkpoint', checkpoint),
  'segments/000001.json': sealAs('segment', one),
  'segments/000002.json': sealAs('segment', two),
  [blob]: picture,
  [copyBlob]: copy,
  [partPath]: sealAs('snapshot', part),
};
for (const [path, bytes] of Object.entries(sound)) write(`feed/${path}`, bytes);
write('feed.expected.json', pretty({ checkpoint: checkpointValue, segments: [sha256Of(one), sha256Of(two)], entries, live }));

const forked = segmentOf(2, 'b'.repeat(64), entries.slice(2));
const badFeeds: Record<string, [string, string, number | null, Files, string[]]> = {
  'segment-missing': ['feed-truncated', 'segments/000002.json', 3, {}, ['segments/000002.json']],
  'segments-changed-about': ['feed-order-broken', 'segments/000001.json', null, { 'segments/000001.json': sealAs('segment', two), 'segments/000002.json': sealAs('segment', one) }, []],
  'chain-broken': ['feed-chain-broken', 'segments/000002.json', 3, { 'segments/000002.json': sealAs('segment', forked) }, []],
  'head-of-another-segment': ['feed-chain-broken', 'segments/000002.json', 4, { 'checkpoint.json': sealAs('checkpoint', checkpointOf({ head: 'c'.repeat(64), snapshot: null })) }, []],
  'segment-by-a-stranger': ['feed-signature-bad', 'segments/000001.json', 1, { 'segments/000001.json': sealAs('segment', one, stranger) }, []],
  'blob-missing': ['feed-blob-missing', blob, 1, {}, [blob]],
  'access-copy-missing': ['feed-blob-missing', copyBlob, 1, {}, [copyBlob]],
  'blob-with-other-bytes': ['feed-blob-bad', blob, 1, { [blob]: Buffer.from('other\n') }, []],
  'snapshot-part-missing': ['feed-truncated', partPath, null, {}, [partPath]],
  'snapshot-of-another-feed': ['feed-other', partPath, null, { [partPath]: sealAs('snapshot', canonicalBytes({ version: 1, feed: 'f'.repeat(32), snapshot: snapshotId, part: 1, previous: null, entries: live })) }, []],
  'snapshot-counted-wrong': ['feed-order-broken', partPath, null, { 'checkpoint.json': sealAs('checkpoint', checkpointOf({ snapshot: { ...mark, entries: 4 } })) }, []],
  'snapshot-with-another-end': ['feed-chain-broken', partPath, null, { 'checkpoint.json': sealAs('checkpoint', checkpointOf({ snapshot: { ...mark, last: 'c'.repeat(64) } })) }, []],
  'snapshot-out-of-order': ['feed-order-broken', partPath, null, snapshotReversed(), []],
  'checkpoint-counts-too-few': ['feed-order-broken', 'segments/000002.json', null, { 'checkpoint.json': sealAs('checkpoint', checkpointOf({ seq: 3, snapshot: null })) }, []],
  'snapshot-that-says-otherwise': ['feed-order-broken', partPath, 4, snapshotWithout(), []],
  'checkpoint-missing': ['feed-missing', '', null, {}, ['checkpoint.json']],
};
/** Signed and chained, but without the tombstone: only a comparison with the segments can tell. */
function snapshotWithout(): Files {
  const short = canonicalBytes({ version: 1, feed, snapshot: snapshotId, part: 1, previous: null, entries: live.slice(0, 2) });
  const snapshot = { ...mark, entries: 2, last: sha256Of(short) };
  return { [partPath]: sealAs('snapshot', short), 'checkpoint.json': sealAs('checkpoint', checkpointOf({ snapshot })) };
}
function snapshotReversed(): Files {
  const reversed = canonicalBytes({ version: 1, feed, snapshot: snapshotId, part: 1, previous: null, entries: live.toReversed() });
  const snapshot = { ...mark, last: sha256Of(reversed) };
  return { [partPath]: sealAs('snapshot', reversed), 'checkpoint.json': sealAs('checkpoint', checkpointOf({ snapshot })) };
}
for (const [name, [code, file, seq, changed, without]] of Object.entries(badFeeds)) {
  // Only what differs from `feed/` is stored: files to put over it, names to take away.
  for (const [path, bytes] of Object.entries(changed)) write(`feeds-invalid/${name}/files/${path}`, bytes);
  write(`feeds-invalid/${name}/expected.json`, pretty({ code, file: file === '' ? null : file, seq, without }));
}

// What a reader that already holds something must say
const held = { feed, ...end };
write('checkpoints/held.json', pretty([
  { says: 'nothing new', held, checkpoint: 'with-snapshot', code: null },
  { says: 'an older checkpoint again', held: { ...held, segment: 3, seq: 9, head: 'a'.repeat(64) }, checkpoint: 'with-snapshot', code: 'feed-replayed' },
  { says: 'an empty feed again', held, checkpoint: 'empty', code: 'feed-replayed' },
  { says: 'another feed', held: { ...held, feed: 'f'.repeat(32) }, checkpoint: 'with-snapshot', code: 'feed-other' },
  { says: 'another history at the same place', held: { ...held, head: 'a'.repeat(64) }, checkpoint: 'with-snapshot', code: 'feed-chain-broken' },
  { says: 'another count at the same place', held: { ...held, seq: 3 }, checkpoint: 'with-snapshot', code: 'feed-order-broken' },
]));
