import sharp from 'sharp';
import { expect, test } from 'vitest';
import { deliveredXmp, mostXmpBytes } from './delivered-xmp.ts';
import { rightsXmp } from './rights-xmp.ts';

const in4 = (text: string) => ({ vi: `vi ${text}`, en: `en ${text}`, fr: `fr ${text}`, 'zh-Hans': `zh ${text}` });
const base = { credit: 'Ảnh: Lan', creator: 'Lan', rights: 'http://creativecommons.org/licenses/by/4.0/' };
const xmpOf = async (packet: string) => {
  const drawn = sharp({ create: { width: 8, height: 8, channels: 3, background: '#c63' } });
  return (await sharp(await drawn.withXmp(packet).jpeg().toBuffer()).metadata()).xmpAsString ?? '';
};

test('is the whole packet where that fits', () => {
  const words = { ...base, title: in4('t'), alt: in4('a'), usageTerms: in4('u') };
  expect(deliveredXmp(words)).toBe(rightsXmp(words));
});

test('of words that are too many leaves what describes, and keeps the terms in every language', async () => {
  const words = { ...base, title: in4('t'), alt: in4('例'.repeat(1000)), usageTerms: in4('ề'.repeat(3800)) };
  expect(await xmpOf(rightsXmp(words))).toBe('');
  const xmp = await xmpOf(deliveredXmp(words));
  expect(Buffer.byteLength(xmp)).toBeLessThanOrEqual(mostXmpBytes);
  for (const told of ['Ảnh: Lan', base.rights, 'vi ề', 'en ề', 'fr ề', 'zh ề']) expect(xmp).toContain(told);
  expect(xmp).not.toContain('例');
});

test('of terms that are too many keeps one language, whole', async () => {
  const words = { ...base, usageTerms: in4('&'.repeat(4000)) };
  const xmp = await xmpOf(deliveredXmp(words));
  expect(xmp).toContain(`vi ${'&amp;'.repeat(4000)}`);
  expect(xmp).not.toContain('fr &amp;');
});
