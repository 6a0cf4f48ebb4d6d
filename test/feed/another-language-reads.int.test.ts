import { spawnSync } from 'node:child_process';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { publicHalf, toPem } from '#feed/keys.ts';
import { at, key, temporaryFolder, writerOf } from './support/feed-folder.ts';
import { article, image, put, withdraw } from './support/records.ts';

const vectors = join(import.meta.dirname, '../vectors/feed');
/** `-B`: leaves no compiled files beside the vectors. */
const python = (...more: string[]) =>
  spawnSync('python3', ['-B', join(vectors, 'reader/judge.py'), ...more], { encoding: 'utf8' });

const version = spawnSync('python3', ['-c', 'import sys; sys.exit(sys.version_info < (3, 10))']);
const present = version.status === 0;
if (!present)
  console.warn(
    'LEFT OUT: there is no Python 3.10 or later here, so no reader in another language was tried on the feed',
  );

describe.skipIf(!present)('a reader in Python, written from the format page alone', () => {
  test('gives every vector the verdict that ours gives', () => {
    const { stdout, stderr, status } = python(vectors);
    expect([stdout.trim().split('\n').at(-1), stderr]).toEqual([expect.stringMatching(/^\d{3} judged, 0 wrong$/), '']);
    expect(status).toBe(0);
  });

  test('would notice a vector that says something else', async () => {
    await using copy = await temporaryFolder();
    await cp(vectors, copy.path, { recursive: true });
    const lies = {
      'entries/invalid/seq-zero.json': (text: string) => text.replace('"seq": 0', '"seq": 1'),
      'envelopes/invalid/other-payload.json': (text: string) => text.replace('feed-signature-bad', 'feed-malformed'),
      'feeds-invalid/chain-broken/expected.json': (text: string) => text.replace('000002', '000001'),
    };
    for (const [name, lie] of Object.entries(lies)) {
      const file = join(copy.path, name);
      await writeFile(file, lie(await readFile(file, 'utf8')));
    }
    const { stdout, status } = python(copy.path);
    for (const name of Object.keys(lies)) expect(stdout).toContain(`${name}: `);
    expect([stdout.trim().split(' ').at(-2), status]).toEqual(['3', 1]);
  });

  test('reads a feed that our writer wrote, and refuses it once a byte is changed', async () => {
    await using dir = await temporaryFolder();
    const feed = join(dir.path, 'feed');
    const trust = join(dir.path, 'trust.pem');
    await writeFile(trust, toPem(publicHalf(key)));
    {
      await using writer = await writerOf(feed);
      const blob = await writer.putBlob(Buffer.from('bytes'));
      await writer.append([put(article(1, 'Một')), put(image(2, blob, 5)), put(article(3, 'Ba'))], at);
      await writer.append([withdraw('article', 3), put(article(1, 'Một lần nữa'))], at);
      await writer.writeSnapshot(at);
    }
    const read = python('feed', feed, trust);
    expect([read.status, read.stderr]).toEqual([0, '']);
    expect(JSON.parse(read.stdout).map((entry: { seq: number }) => entry.seq)).toEqual([2, 4, 5]);
    const segment = join(feed, 'segments/000002.json');
    const text = await readFile(segment, 'utf8');
    await writeFile(segment, text.replace(/("payload":"\w)\w/, '$1A'));
    const refused = python('feed', feed, trust);
    expect(JSON.parse(refused.stdout)).toEqual({ code: 'feed-signature-bad', file: 'segments/000002.json' });
  });
});
