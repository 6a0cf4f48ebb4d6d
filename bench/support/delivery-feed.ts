import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { newSigningKey, publicHalf, saveKey } from '../../src/feed/keys.ts';
import { openFeedWriter } from '../../src/feed/writer.ts';
import { publicLocales as locales } from '../../src/languages/locales.ts';
import type { Block } from '../../src/record/blocks.ts';
import type { ImageRecord } from '../../src/record/records.ts';
import { article, image, place, topic } from '../../test/support/records.ts';

const sentence = 'Mỗi sáng, khi phà đầu tiên rời bến, khu chợ đã thức từ lâu; the city wakes with it. ';

const bodyOf = (index: number, picture: string): Block[] => [
  ...Array.from({ length: 8 }, (_, part) => ({
    type: 'paragraph' as const,
    children: [{ type: 'text' as const, text: `${index}.${part} ${sentence.repeat(4)}` }],
  })),
  { type: 'image', image: picture, caption: 'Bến Thành' },
];

/**
 * Writes a feed of so many articles in every public language, with 32 pictures, 12 places and 8 topics, and its keys.
 * @returns slugs in Vietnamese, newest last
 */
export const writeDemoFeed = async (folder: string, articles: number): Promise<{ slugs: string[] }> => {
  const key = newSigningKey();
  await saveKey(join(folder, 'gate.pem'), key);
  await saveKey(join(folder, 'trust.pem'), publicHalf(key));
  await using writer = await openFeedWriter({ dir: join(folder, 'feed'), key });
  const topics = Array.from({ length: 8 }, (_, index) => topic(`chu-de-${index}`, { locales }));
  const places = Array.from({ length: 12 }, (_, index) => place(`noi-${index}`, { locales }));
  const pictures: ImageRecord[] = [];
  for (let index = 0; index < 32; index += 1) {
    const blobs = await Promise.all([writer.putBlob(randomBytes(20_000)), writer.putBlob(randomBytes(30_000))]);
    pictures.push(image(`anh-${index}`, blobs, { locales }));
  }
  const slugs = Array.from({ length: articles }, (_, index) => `bai-viet-${index}`);
  const records = slugs.map((slug, index) => {
    const picture = pictures[index % 32]?.id ?? '';
    const over = {
      cover: picture,
      topics: [topics[index % 8]?.id ?? ''],
      places: [places[index % 12]?.id ?? ''],
      body: bodyOf(index, picture),
      publishedAt: new Date(Date.UTC(2026, 0, 1) + index * 60_000).toISOString(),
    };
    return article(slug, { locales, over });
  });
  const all = [...topics, ...places, ...pictures, ...records];
  for (let start = 0; start < all.length; start += 200) {
    const changes = all.slice(start, start + 200).map((record) => ({ op: 'put' as const, record }));
    await writer.append(changes, new Date());
  }
  return { slugs };
};
