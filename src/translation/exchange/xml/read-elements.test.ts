import { describe, expect, test } from 'vitest';
import { all, bytesOf, failureOf } from '../../../../test/exchange/support/files.ts';
import type { Chunks } from './decode.ts';
import { textOf } from './element.ts';
import { usualLimits, type XmlLimits } from './limits.ts';
import { type Reading, readElements } from './read-elements.ts';

const reading = (over: Partial<XmlLimits> = {}, doctypes: readonly string[] = []): Reading => ({
  wish: ({ local }) => ({ root: 'enter' as const, unit: 'whole' as const })[local] ?? 'skip',
  limits: { ...usualLimits, ...over },
  doctypes,
});

const read = (chunks: Chunks, over?: Partial<XmlLimits>, doctypes?: readonly string[]) =>
  readElements(chunks, reading(over, doctypes));
const units = async (chunks: Chunks) =>
  (await all(read(chunks))).filter(({ kind }) => kind === 'whole').map(({ element }) => textOf(element));

const xml = (body: string, encoding = 'UTF-8') =>
  `<?xml version="1.0" encoding="${encoding}"?>\n<root>\n${body}\n</root>`;
const said = xml('<unit>chợ Bến Thành 滨城市场 𠮷</unit>');
const bigEndian = (text: string) => Buffer.from(text, 'utf16le').swap16();

const laughs = `<?xml version="1.0"?>
<!DOCTYPE root [
 <!ENTITY lol "lol">
 <!ENTITY lol2 "&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;">
]>
<root><unit>&lol2;</unit></root>`;

describe('a file in', () => {
  test.each([
    ['UTF-8', Buffer.from(said)],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${said}`)],
    ['UTF-16, little end first', Buffer.from(`\ufeff${said.replace('UTF-8', 'UTF-16')}`, 'utf16le')],
    ['UTF-16, big end first', bigEndian(`\ufeff${said}`)],
    ['UTF-16 without a byte order mark', Buffer.from(said, 'utf16le')],
    ['UTF-16, big end first, without a byte order mark', bigEndian(said)],
    ['UTF-8 that says UTF-16', Buffer.from(said.replace('UTF-8', 'UTF-16'))],
  ])('%s is read, in one piece and byte by byte', async (_, bytes) => {
    expect(await units([bytes])).toEqual(['chợ Bến Thành 滨城市场 𠮷']);
    expect(await units([...bytes].map((byte) => Uint8Array.of(byte)))).toEqual(['chợ Bến Thành 滨城市场 𠮷']);
  });

  test('another encoding is refused by its name', async () => {
    expect(await failureOf(read(bytesOf(xml('<unit/>', 'windows-1258'))))).toEqual({
      code: 'exchange-encoding',
      values: { encoding: 'windows-1258', line: 1, column: 1 },
    });
  });
});

describe('what is wrong is named with its place:', () => {
  test.each([
    ['a billion laughs', laughs, 'exchange-doctype', 5, 3],
    ['an entity', xml('<unit>a &lol; b</unit>'), 'exchange-malformed', 3, 14],
    ['a tag that is closed by another', xml('<unit>\n</root>'), 'exchange-malformed', 4, 8],
    ['an attribute that stands twice', xml('<unit a="1" a="2"/>'), 'exchange-malformed', 3, 20],
    ['a prefix of nothing', xml('<x:unit/>'), 'exchange-malformed', 3, 10],
    ['a file cut off in a text', xml('<unit>half').slice(0, -'\n</root>'.length), 'exchange-cut-off', 3, 11],
    ['a file cut off in a tag', '<root>\n<unit at', 'exchange-cut-off', 2, 9],
    ['an empty file', '', 'exchange-cut-off', 1, 1],
    ['a control character', xml('<unit>\u0002</unit>'), 'exchange-malformed', 3, 8],
  ])('%s', async (_, text, code, line, column) => {
    expect(await failureOf(read(bytesOf(text)))).toEqual({ code, values: { line, column } });
  });

  test('bytes that are no text', async () => {
    const bytes = Buffer.concat([
      Buffer.from('<root>\n<unit>ch'),
      Buffer.from([0xe1, 0xbb]),
      Buffer.from('</unit></root>'),
    ]);
    expect(await failureOf(read([bytes]))).toEqual({ code: 'exchange-bytes', values: { line: 2, column: 9 } });
  });

  test('bytes that are no text, far into a file that comes in pieces', async () => {
    const lines = Buffer.from(`<root>\n${'<unit>chợ</unit>\n'.repeat(20_000)}`);
    const bytes = Buffer.concat([lines, Buffer.from('<unit>ch'), Buffer.from([0xff]), Buffer.from('</unit></root>')]);
    const pieces = [bytes.subarray(0, 1000), bytes.subarray(1000, 200_001), bytes.subarray(200_001)];
    expect(await failureOf(read(pieces))).toEqual({ code: 'exchange-bytes', values: { line: 20_002, column: 9 } });
  });

  test('bytes that end within a character', async () => {
    const bytes = Buffer.concat([Buffer.from('<root>\n'), Buffer.from([0xe1, 0xbb])]);
    expect(await failureOf(read([bytes]))).toEqual({ code: 'exchange-bytes', values: { line: 2, column: 1 } });
  });
});

describe('a document type', () => {
  const typed = (doctype: string) => bytesOf(`${doctype}<root><unit>x</unit></root>`);

  test.each(['<!DOCTYPE root SYSTEM "root.dtd">', `<!DOCTYPE root PUBLIC '-//X//Y' "http://x/y">`, '<!DOCTYPE root>'])(
    'that declares nothing is passed over where it may stand: %s',
    async (doctype) => {
      expect(await failureOf(read(typed(doctype), {}, ['root']))).toBeNull();
      expect(await failureOf(read(typed(doctype)))).toMatchObject({ code: 'exchange-doctype' });
    },
  );

  test.each(['<!DOCTYPE root [<!ENTITY a "b">]>', '<!DOCTYPE root SYSTEM "a" [ ]>', '<!DOCTYPE other SYSTEM "a">'])(
    'that declares something, or is of another root, never is: %s',
    async (doctype) => {
      expect(await failureOf(read(typed(doctype), {}, ['root']))).toMatchObject({ code: 'exchange-doctype' });
    },
  );
});

describe('a limit', () => {
  const nested = (depth: number) => xml('<unit>'.repeat(depth) + '</unit>'.repeat(depth));

  test.each([
    ['of depth', nested(10), { depth: 8 }, { code: 'exchange-too-deep', max: 8 }],
    [
      'of depth in what is passed over',
      `<root>${'<x>'.repeat(10)}`,
      { depth: 8 },
      { code: 'exchange-too-deep', max: 8 },
    ],
    [
      'of attributes',
      xml('<unit a="" b="" c=""/>'),
      { attributes: 2 },
      { code: 'exchange-too-many-attributes', max: 2 },
    ],
    [
      'of one text',
      xml(`<unit>${'x'.repeat(101)}</unit>`),
      { text: 100 },
      { code: 'exchange-text-too-long', max: 100 },
    ],
    [
      'of one unit',
      xml(`<unit>${'<b/>'.repeat(20)}</unit>`),
      { unit: 1000 },
      { code: 'exchange-text-too-long', max: 1000 },
    ],
  ])('%s is kept', async (_, text, limits, { code, max }) => {
    const found = await failureOf(read(bytesOf(text), limits));
    expect(found).toMatchObject({ code, values: { max } });
    expect(found?.values.line).toBeGreaterThan(0);
  });

  test('leaves alone what is just within it', async () => {
    expect(await failureOf(read(bytesOf(nested(7)), { depth: 8 }))).toBeNull();
    expect(await failureOf(read(bytesOf(xml(`<unit>${'x'.repeat(100)}</unit>`)), { text: 100 }))).toBeNull();
  });
});

describe('a file of 100 MB', () => {
  const chunk = 1024 * 1024;
  /** Gives pieces as a stream does, and counts how many were asked for. */
  const stream = (piece: Buffer) => {
    const asked = { pieces: 0, closed: false };
    const chunks = async function* () {
      try {
        yield Buffer.from('<root>');
        for (; asked.pieces < 100; asked.pieces += 1) yield piece;
      } finally {
        asked.closed = true;
      }
    };
    return { asked, chunks: chunks() };
  };
  const filled = (text: string) => Buffer.from(text.repeat(Math.ceil(chunk / text.length)));

  test('is left as soon as it is beyond the limit', async () => {
    const { asked, chunks } = stream(filled('<unit>x</unit>\n'));
    expect(await failureOf(read(chunks, { bytes: 3 * chunk }))).toMatchObject({
      code: 'exchange-too-large',
      values: { megabytes: 3 },
    });
    expect(asked).toEqual({ pieces: 2, closed: true });
  });

  test.each(['x', ' a="1"', '<!-- -'])('is left soon where it is one run of %j', async (text) => {
    const begun = text.startsWith('<') ? '<!--' : text.startsWith(' ') ? '<unit a="' : '';
    const { asked, chunks } = stream(Buffer.concat([Buffer.from(begun), filled(text.replace(/[<"-]/g, 'y'))]));
    expect(await failureOf(read(chunks))).toMatchObject({ code: 'exchange-text-too-long' });
    expect(asked).toEqual({ pieces: 0, closed: true });
  });
});
