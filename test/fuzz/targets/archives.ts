import { ok } from 'node:assert';
import { deflateRawSync } from 'node:zlib';
import { openZip } from '#editorial/archive/open-zip.ts';
import { Failure } from '#errors/failure.ts';
import { readInfo } from '#media/bagit/bag-info.ts';
import { ourDeclaration, readDeclaration } from '#media/bagit/declaration.ts';
import { readFetchList } from '#media/bagit/fetch-list.ts';
import { isSafePath } from '#media/bagit/filepath.ts';
import { manifestNamed, readManifest } from '#media/bagit/manifest.ts';
import { readTagText } from '#media/bagit/tag-text.ts';
import { cleanFilename } from '#media/intake/filename.ts';
import { streamZip } from '#zip/stream.ts';
import { bytesOf, latin, type Target, textOf, usualSteps } from '../target.ts';

const zipOf = async (): Promise<Uint8Array> => {
  const modified = new Date('2026-01-01T00:00:00Z');
  const files = ['a.jpg', 'Chợ/b.jpg', 'm.csv'].map((name) => ({
    name,
    modified,
    content: [`content of ${name} `.repeat(9)],
  }));
  const parts: Buffer[] = [];
  for await (const part of streamZip(files)) parts.push(part);
  return Buffer.concat(parts);
};

/** More than any packing gives: what comes out is bounded by what went in. */
const mostGrowth = 1100;

/** A ZIP of pictures: all that may be opened is read to its end. */
const zip: Target = {
  name: 'zip',
  samples: async () => [await zipOf()],
  words: latin(
    'PK\x01\x02',
    'PK\x03\x04',
    'PK\x05\x06',
    'PK\x06\x06',
    'PK\x06\x07',
    '../',
    '/',
    '\0',
    '\xff\xff\xff\xff',
    deflateRawSync(Buffer.alloc(50_000)).toString('latin1'),
    'a.jpg',
  ),
  codes: /^zip-/,
  steps: usualSteps,
  read: async (bytes) => {
    await using delivery = await openZip('x.zip', Buffer.from(bytes));
    let out = 0;
    for (const { name, refused, open } of delivery.pieces) {
      ok(refused || (!name.startsWith('/') && !name.split('/').includes('..')), 'a name that leads out');
      if (!refused) out += await lengthOf(open);
    }
    ok(out <= 4096 + mostGrowth * bytes.length, 'more bytes than can be packed into these');
  },
};

const lengthOf = async (open: () => Promise<AsyncIterable<Uint8Array>>): Promise<number> => {
  let length = 0;
  try {
    for await (const chunk of await open()) length += chunk.length;
  } catch (cause) {
    if (!(cause instanceof Failure) || cause.code !== 'zip-entry-damaged') throw cause;
  }
  return length;
};

const sha = 'a'.repeat(64);
const declarationVersion = { major: 1, minor: 0 };

/** The text files of a bag of another archive. */
const bag: Target = {
  name: 'bag-tags',
  samples: () =>
    [
      ourDeclaration,
      `${sha}  data/a.jpg\n${sha} *./data/Ch%E1%BB%A3%0A.jpg\n`,
      'Bagging-Date: 2026-01-01\nPayload-Oxum: 12.1\nNote: a\n  b\n',
      'https://example.org/a 12 data/a.jpg\nhttps://example.org/b - data/b\n',
    ].map(bytesOf),
  words: [
    '\n',
    '\r\n',
    '\r',
    ':',
    ' ',
    '\t',
    '%0A',
    '%2e%2e/',
    '../',
    '/',
    'C:\\',
    'data/',
    sha,
    '*',
    '\ufeff',
    'BagIt-Version: ',
    'UTF-16',
    '1.0',
  ],
  codes: null,
  steps: usualSteps,
  read: (bytes) => {
    const { declared } = readDeclaration(bytes);
    readTagText(bytes, declared.encoding);
    const text = textOf(bytes);
    readInfo('bag-info.txt', text);
    readFetchList(text, declarationVersion);
    const about = manifestNamed('manifest-sha256.txt');
    ok(about);
    const { manifest } = readManifest(about, text, declarationVersion);
    for (const path of manifest.entries.keys()) ok(isSafePath(path), 'a path that leads out');
  },
};

/** What a client calls its file. */
const filename: Target = {
  name: 'file-name',
  samples: () => ['C:\\Users\\An\\chợ.jpg', '../../etc/passwd', 'a\u202egpj.exe', '.htaccess'].map(bytesOf),
  words: ['/', '\\', '..', '\0', '\u202e', '.', ' ', 'e\u0301', '<', '\ufeff', '\u{e0041}', 'con', '\n'],
  codes: null,
  steps: usualSteps,
  read: (bytes) => {
    const name = cleanFilename(textOf(bytes));
    ok(
      name !== '' && [...name].length <= 200 && !/[/\\\p{Cc}\p{Cf}<>:"|?*]/u.test(name) && !/^[.\s]/.test(name),
      'a name that is not harmless',
    );
  },
};

export const archiveTargets: readonly Target[] = [zip, bag, filename];
