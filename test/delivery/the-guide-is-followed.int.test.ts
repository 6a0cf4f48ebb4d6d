import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import { type GuideHouse, guideAddress, guides, openGuideHouse, readGuide } from '../support/guide.ts';

let house: GuideHouse;
beforeAll(async () => {
  house = await openGuideHouse();
});
afterAll(() => house[Symbol.asyncDispose]());

const run = promisify(execFile);
const curl = spawnSync('curl', ['--version']).status === 0;
if (!curl) console.warn('LEFT OUT: there is no curl here, so the commands of the guides were asked without it');

/** Types a command of the guide at the address of the node, and gives what it prints. */
const type = async (command: string): Promise<string> => {
  const here = command.replaceAll(guideAddress, house.node.url);
  const url = /'([^']+)'/.exec(here)?.[1] ?? '';
  if (!curl) return (await fetch(url)).text();
  return (await run('sh', ['-c', here])).stdout;
};

/** Names of all members, at any depth, as `data.title`. */
const namesIn = (value: unknown, at = ''): string[] => {
  if (Array.isArray(value)) return [...new Set(value.flatMap((item) => namesIn(item, at)))];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => [`${at}${name}`, ...namesIn(inner, `${at}${name}.`)]);
};

describe.each(guides)('%s', (page) => {
  const guide = readGuide(page);
  const [list = '', one = '', images = '', info = '', part = '', albums = '', kits = ''] = guide.code('sh');

  it('has seven commands, an example and three pages', () => {
    expect([guide.code('sh').length, guide.code('json').length, guide.code('html').length]).toEqual([7, 1, 3]);
  });

  it('asks for articles and shows what comes', async () => {
    const answer = JSON.parse(await type(list));
    expect(answer.data).toHaveLength(2);
    expect(answer.page.next).toEqual(expect.any(String));
    const [example = ''] = guide.code('json');
    expect(namesIn(answer)).toEqual(expect.arrayContaining(namesIn(JSON.parse(example))));
  });

  it('asks for one, by slug and by id, and finds its text three times', async () => {
    const { data } = JSON.parse(await type(list));
    for (const key of [data[0].slug, data[0].id]) {
      const answer = JSON.parse(await type(one.replace(/<[^>]+>/, key)));
      expect(answer.data.title).toBe(data[0].title);
      expect(Object.keys(answer.data.body).sort()).toEqual(['blocks', 'html', 'text']);
    }
  });

  it('asks for a picture, for what can be had of it, and for a part of it', async () => {
    const { data } = JSON.parse(await type(images));
    const [picture] = data;
    const named = (command: string) => command.replace('<id>', picture.id);
    const said = JSON.parse(await type(named(info)));
    expect([said.id, said.profile, said.width]).toEqual([picture.iiif.service, 'level2', 640]);
    const [command = '', file = ''] = named(part).split(' > ');
    expect(file.trim()).toMatch(/\.jpg$/);
    const url = /'([^']+)'/.exec(command)?.[1] ?? '';
    const response = await fetch(url.replace(guideAddress, house.node.url));
    const { width, height, format } = await sharp(await response.arrayBuffer()).metadata();
    expect([width, height, format]).toEqual([300, 300, 'jpeg']);
    const manifest = await (await fetch(picture.iiif.manifest)).json();
    expect([manifest.type, manifest.items.length]).toEqual(['Manifest', 1]);
  });

  it('asks for an album, and finds its pictures and its manifest where it says', async () => {
    const [shelf] = JSON.parse(await type(albums)).data;
    const { data } = await (await fetch(shelf.images)).json();
    const manifest = await (await fetch(shelf.iiif.manifest)).json();
    expect([shelf.count, data.length, manifest.items.length]).toEqual([1, 1, 1]);
  });

  it('asks for a press kit, and loads its file in two parts that fit', async () => {
    const [kit] = JSON.parse(await type(kits)).data;
    expect(kit.press).toMatchObject({ text: expect.any(String), contacts: [{ name: 'An' }] });
    const load = (range: string) => fetch(kit.press.zip, { headers: { range } });
    const [begin, rest] = [await load('bytes=0-99'), await load('bytes=100-')];
    expect([begin.status, rest.status, begin.headers.get('etag')]).toEqual([206, 206, rest.headers.get('etag')]);
    const file = Buffer.concat(
      await Promise.all([begin, rest].map(async (part) => Buffer.from(await part.arrayBuffer()))),
    );
    const names: string[] = [];
    for await (const { fileName } of (await fromBufferPromise(file)).eachEntry()) names.push(fileName);
    expect(names).toEqual(expect.arrayContaining([expect.stringMatching(/\.jpg$/), expect.stringMatching(/\.csv$/)]));
  });

  it('calls only what finds something', async () => {
    expect(guide.calls.length).toBeGreaterThanOrEqual(4);
    for (const call of guide.calls) {
      const locale = call.split('/')[2] ?? '';
      const name = call.includes('topic=') ? 'chu-de' : call.includes('album=') ? 'bo' : 'cho';
      const asked = call.replace(/<[^>]+>/, locale === 'vi' ? name : `${name}-${locale}`);
      const response = await house.node.get(asked);
      expect(response.status, asked).toBe(200);
      expect((await response.json()).data.length, asked).toBeGreaterThan(0);
    }
  });
});
