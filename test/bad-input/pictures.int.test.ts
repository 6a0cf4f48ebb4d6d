import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bombs } from '../media/support/bombs.ts';
import { everyFormat } from '../media/support/formats.ts';
import { pngOf } from '../media/support/pictures.ts';
import { pictureBytes, pictureForm } from '../support/pictures.ts';
import { exhaustiveDatabases, type Studio, startStudio } from '../support/studio.ts';
import type { Person } from '../support/studio-people.ts';
import { stateOf } from '../support/studio-state.ts';
import { languages, readWords } from '../support/words.ts';

const latin = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));
const whole = await pictureBytes(1200, 900);
const jpegThatIsAlso = (tail: string) => new Uint8Array(Buffer.concat([whole, latin(tail)]));
const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const;
const png = new Uint8Array(
  await sharp({ create: { width: 300, height: 300, channels: 3, background: 'red', noise } })
    .png()
    .toBuffer(),
);

type Refused = readonly [
  what: string,
  bytes: Uint8Array,
  name: string,
  status: number,
  code: string | readonly string[],
];

const pictures: readonly Refused[] = [
  ['half a JPEG', whole.slice(0, whole.length / 2), 'cho.jpg', 422, 'image-damaged'],
  ['half a PNG', png.slice(0, png.length / 2), 'cho.png', 422, 'image-damaged'],
  [
    'a PNG with the beginning of a JPEG',
    new Uint8Array([0xff, 0xd8, 0xff, ...png.slice(3)]),
    'cho.jpg',
    422,
    'image-damaged',
  ],
  [
    'an SVG called a JPEG',
    latin('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'),
    'cho.jpg',
    415,
    'image-unsupported',
  ],
  ['a page called a PNG', latin('<!doctype html><script>1</script>'), 'cho.png', 415, 'image-unsupported'],
  [
    '900 megapixels in a few hundred kilobytes',
    new Uint8Array(pngOf(30_000, 30_000)),
    'cho.png',
    422,
    'image-too-many-pixels',
  ],
  [
    'a JPEG that is also an archive',
    jpegThatIsAlso(`PK\x05\x06${'\0'.repeat(18)}`),
    'cho.jpg',
    415,
    'image-unsupported',
  ],
  ...(await bombs()).map(([what, bytes, codes]) => [what, new Uint8Array(bytes), 'cho.jpg', 422, codes] as const),
  ...Object.entries(await everyFormat())
    .filter(([name]) => name !== 'flag.jxl')
    .map(
      ([name, bytes]) =>
        [
          `a ${name} that breaks off`,
          new Uint8Array(bytes.subarray(0, bytes.length - 8)),
          name,
          422,
          ['image-damaged'],
        ] as const,
    ),
  ['compressed nothing', new Uint8Array(deflateSync(Buffer.alloc(1_000_000))), 'cho.jpg', 415, 'image-unsupported'],
  ['nothing', new Uint8Array(), 'cho.jpg', 415, 'image-unsupported'],
];

describe.each(exhaustiveDatabases)('R17: what is no picture, on %s', (database) => {
  let studio: Studio;
  let curator: Person;
  beforeAll(async () => {
    studio = await startStudio({ database });
    curator = await studio.person('curator');
  });
  afterAll(() => studio?.close());

  it.each(pictures)(
    '%s is refused in every language and leaves nothing behind',
    async (_what, bytes, name, status, code) => {
      const before = await stateOf(studio);
      for (const language of languages) {
        const answer = await curator.send('/api/images/upload?locale=vi', {
          method: 'POST',
          headers: { 'accept-language': language },
          body: pictureForm(bytes as Uint8Array<ArrayBuffer>, { title: 'A' }, name),
        });
        expect([code].flat(), JSON.stringify(answer.body)).toContain(answer.body.code);
        expect(answer.status).toBe(status);
        expect(answer.body.title).toBe(readWords(language, 'problems')[answer.body.code]);
      }
      expect(await stateOf(studio)).toEqual(before);
    },
  );

  it.each([
    ['an unknown field', { title: 'A', colour: 'red' }, 'field-unknown'],
    ['an operator', { title: 'A', credit: { $ne: '' } }, 'field-unknown'],
    ['a dotted name', { title: 'A', 'master.sha256': 'x' }, 'field-unknown'],
    ['half a character', { title: 'A\ud800' }, 'text-malformed'],
    ['a title of 10,000 characters', { title: 'x'.repeat(10_000) }, 'text-too-long'],
    ['30 February', { title: 'A', takenOn: '2026-02-30' }, 'field-invalid'],
    ['a topic that is not there', { title: 'A', topics: ['nowhere'] }, 'field-invalid'],
  ])('a picture described with %s is refused, and its bytes are not kept', async (_what, words, code) => {
    const before = await stateOf(studio);
    const form = pictureForm(await pictureBytes(), words);
    const answer = await curator.send('/api/images/upload?locale=vi', { method: 'POST', body: form });
    expect([answer.status, answer.body.code], JSON.stringify(answer.body)).toEqual([400, code]);
    expect(await stateOf(studio)).toEqual(before);
  });

  it('a picture at the address of another is refused, and its bytes are not kept', async () => {
    const send = async () => {
      const form = pictureForm(await pictureBytes(), { title: 'A', slug: 'ben-thanh' });
      return curator.send('/api/images/upload?locale=vi', { method: 'POST', body: form });
    };
    expect((await send()).status).toBe(201);
    const before = await stateOf(studio);
    expect((await send()).body.code).toBe('slug-taken');
    expect(await stateOf(studio)).toEqual(before);
  });

  it('a master of sixty megabytes is none of them', async () => {
    const create = { width: 5000, height: 4000, channels: 3, background: 'red' } as const;
    const bytes = new Uint8Array(await sharp({ create }).tiff({ compression: 'none' }).toBuffer());
    expect(bytes.byteLength).toBeGreaterThan(55 * 1024 * 1024);
    const form = pictureForm(bytes, { title: 'A' }, 'scan.tiff');
    const answer = await curator.send('/api/images/upload?locale=vi', { method: 'POST', body: form });
    expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  });
});
