import { createHash } from 'node:crypto';
import type { Change } from '#feed/change.ts';
import type { ArticleRecord, ImageRecord } from '#record/records.ts';

const noon = '2026-03-01T12:00:00.000Z';

/** A public id that is the same for the same number. */
export const idOf = (number: number): string =>
  createHash('sha256').update(String(number)).digest('base64url').slice(0, 22);

const base = (slug: string, title: string) => ({
  slug,
  title,
  appearsAt: null,
  vanishesAt: null,
  publishedAt: noon,
  updatedAt: noon,
  state: 'original' as const,
  source: 'vi' as const,
  sourceUpdatedAt: noon,
});

/** An article in Vietnamese with the given title. */
export const article = (number: number, title: string, summary = ''): ArticleRecord => ({
  type: 'article',
  id: idOf(number),
  editions: {
    vi: [
      {
        ...base(`bai-${number}`, title),
        summary,
        body: [{ type: 'paragraph', children: [{ type: 'text', text: title }] }],
        cover: null,
        topics: [],
        places: [],
        agency: null,
      },
    ],
  },
  formerSlugs: {},
});

/** An image whose only rendition is the given blob. */
export const image = (number: number, blob: string, bytes: number): ImageRecord => ({
  type: 'image',
  id: idOf(number),
  editions: {
    en: [
      {
        ...base(`image-${number}`, 'Market hall'),
        source: 'en',
        alt: 'A market hall',
        caption: '',
        credit: 'City archive',
        creator: '',
        rights: 'http://rightsstatements.org/vocab/InC/1.0/',
        date: '2018-05',
        width: 10,
        height: 10,
        focus: [0.5, 0.5],
        thumbhash: '',
        sources: [{ type: 'image/webp', width: 10, height: 10, blob, bytes }],
        topics: [],
        places: [],
        agency: null,
      },
    ],
  },
  formerSlugs: {},
});

export const put = (record: ArticleRecord | ImageRecord): Change => ({ op: 'put', record });
export const withdraw = (type: 'article' | 'image', number: number): Change => ({
  op: 'withdraw',
  type,
  id: idOf(number),
});
