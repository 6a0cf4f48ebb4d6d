import { describe, expect, it } from 'vitest';
import { openToTraditional } from '#translation/script/to-traditional.ts';
import { previewOf } from './preview.ts';
import type { PreviewSource } from './preview-source.ts';
import type { ReleasedCollection } from './released-collections.ts';

const images = new Map<string, unknown>([
  ['seen', { alt: { en: 'A ferry' }, credit: 'Photo', master: { width: 2000, height: 1000 } }],
]);
const articles = new Map<string, unknown>([['other', { title: { vi: 'Khác' } }]]);
const shelves: Partial<Record<ReleasedCollection, Map<string, unknown>>> = { images, articles };

const source: PreviewSource = {
  read: async (collection, ids) =>
    new Map(ids.flatMap((id) => [...(shelves[collection] ?? [])].filter(([known]) => known === id))),
  documentHref: ({ collection, id }) => `http://studio.test/preview/${collection}/${id}`,
  imageHref: (id, width) => `http://studio.test/file/${id}?width=${width}`,
};

const text = (words: string) => ({ type: 'text', text: words, format: 0 });
const link = (value: string) => ({
  type: 'link',
  fields: { linkType: 'internal', doc: { relationTo: 'articles', value } },
  children: [text(value)],
});
const picture = (image: string) => ({ type: 'block', fields: { blockType: 'picture', image } });
const draft = (...children: unknown[]) => ({
  id: 'a',
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
  title: { vi: 'Phà' },
  slug: { vi: 'pha' },
  cover: 'seen',
  body: { vi: { root: { children } } },
});

describe('a preview', () => {
  it('shows a draft with links and pictures that lead into the studio', async () => {
    const document = draft({ type: 'paragraph', children: [link('other')] }, picture('seen'));
    const { title, html, cover, faults } = await previewOf('articles', document, 'vi', source);
    expect(title).toBe('Phà');
    expect(html).toContain('<a href="http://studio.test/preview/articles/other">other</a>');
    expect(html).toContain('alt="A ferry" lang="en"');
    expect(cover?.sources.map(({ href }) => href)).toEqual([
      'http://studio.test/file/seen?width=640',
      'http://studio.test/file/seen?width=1280',
    ]);
    expect(faults).toEqual([]);
  });

  it('shows nothing of what the person may not read', async () => {
    const document = {
      ...draft({ type: 'paragraph', children: [link('hidden')] }, picture('hidden')),
      cover: 'hidden',
    };
    const { html, cover } = await previewOf('articles', document, 'vi', source);
    expect(html).toBe('<p>hidden</p>');
    expect(cover).toBeNull();
  });

  it('tells what would keep it in, and shows the rest', async () => {
    const document = { ...draft({ type: 'youtube' }, { type: 'paragraph', children: [text('x')] }), slug: {} };
    const { html, faults } = await previewOf('articles', document, 'vi', source);
    expect(html).toBe('<p>x</p>');
    expect(faults).toEqual([{ locale: 'vi', code: 'body-unknown', field: 'youtube' }]);
  });

  it('shows Chinese in Traditional characters as the gate would write it, pictures too', async () => {
    const words = { type: 'paragraph', children: [text('头'), { ...text('发与发展'), format: 1 }] };
    const document = {
      ...draft(),
      title: { zh: '滨城市场' },
      body: { zh: { root: { children: [words, picture('told')] } } },
    };
    images.set('told', { alt: { zh: '渡轮' }, credit: '发展局', master: { width: 20, height: 10 } });
    const traditional = openToTraditional([{ simplified: '滨城', traditional: '檳城' }]);
    const { title, html } = await previewOf('articles', document, 'zh', source, traditional);
    expect(title).toBe('檳城市場');
    expect(html).toContain('<p>頭<strong>髮與發展</strong></p>');
    expect(html).toContain('alt="渡輪"');
    // Whoever is credited wrote it so
    expect(html).toContain('发展局');
    expect((await previewOf('articles', document, 'zh', source)).title).toBe('滨城市场');
  });
});
