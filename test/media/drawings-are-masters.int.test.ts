import { SaxesParser } from 'saxes';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { sceneSvg } from '#demo/drawing/draw.ts';
import { drawScenes } from '#demo/drawing/draw-scenes.ts';
import { allSceneNames, type SceneName } from '#demo/drawing/scene-names.ts';
import { takeIn } from '#media/intake/intake.ts';
import { examine } from '#media/pixels/examine.ts';
import { textsOf } from './support/said.ts';
import { emptyStore } from './support/store.ts';

const words = {
  credit: 'Minh hoạ: Bến Thành',
  creator: 'Xưởng vẽ Bến Thành',
  rights: 'http://creativecommons.org/licenses/by/4.0/',
  title: { vi: 'Đường lồng đèn', en: 'Lantern street', fr: 'Rue des lanternes', 'zh-Hans': '灯笼街' },
  description: { vi: 'Phố cổ lúc chạng vạng', en: 'Old houses at dusk' },
  alt: { vi: 'Lồng đèn lụa giăng ngang phố' },
  date: '2026-01-15',
};

test('there are thirty-two drawings, each well-formed, alike every time, and without letters', () => {
  expect(allSceneNames).toHaveLength(32);
  for (const name of allSceneNames) {
    const svg = sceneSvg(name);
    expect(sceneSvg(name)).toBe(svg);
    expect(svg).not.toMatch(/<text|NaN|undefined|Infinity|<image|href/);
    const parser = new SaxesParser();
    parser.on('error', (error) => {
      throw new Error(name, { cause: error });
    });
    parser.write(svg).close();
  }
});

test('a drawing is a master like any other: large, the same each time, and it says what it shows', async () => {
  const names: SceneName[] = ['lantern-street', 'lotus-pond', 'lantern-street'];
  const drawn = [];
  for await (const drawing of drawScenes(names.map((name) => ({ name, words })))) drawn.push(drawing);
  expect(drawn.map((drawing) => drawing.name)).toEqual(names);
  const [first, , again] = drawn;
  if (!first || !again) throw new Error('nothing was drawn');
  expect(Buffer.compare(first.bytes, again.bytes)).toBe(0);
  const { store } = await emptyStore();
  const taken = await takeIn(store, first.bytes, { filename: 'lantern-street.jpg', examine });
  expect(taken).toMatchObject({ type: 'image/jpeg', width: 2400, height: 1600 });
  const inLanguages = (texts: Record<string, string>) =>
    expect.arrayContaining(Object.entries(texts).map(([lang, text]) => `${lang}: ${text}`));
  expect(textsOf(taken.embedded)).toMatchObject({
    title: inLanguages(words.title),
    caption: inLanguages(words.description),
    alt: inLanguages(words.alt),
    creator: [words.creator],
    credit: [words.credit],
    webStatement: [words.rights],
    created: [words.date],
  });
  expect((await sharp(first.bytes).metadata()).iptc?.includes('Xưởng vẽ Bến Thành')).toBe(true);
});
