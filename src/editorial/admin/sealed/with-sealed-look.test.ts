import type { CollectionConfig, Field } from 'payload';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { studioLocales } from '#languages/locales.ts';
import { UnorderedColumns } from './unordered-columns.tsx';
import { withSealedLook } from './with-sealed-look.ts';

const pictures: CollectionConfig = {
  slug: 'images',
  admin: { useAsTitle: 'title', description: { vi: 'Ảnh.', en: 'Pictures.', fr: 'Photos.', zh: '图片。' } },
  fields: [
    { name: 'id', type: 'text', admin: { hidden: true } },
    { name: 'width', type: 'number' },
    { type: 'row', fields: [{ name: 'title', type: 'text', admin: { readOnly: true } }] },
    { type: 'tabs', tabs: [{ label: 'x', fields: [{ name: 'credit', type: 'text' }] }] },
    {
      ...{ name: 'master', type: 'group' as const },
      fields: [
        { name: 'filename', type: 'text' },
        { name: 'sha256', type: 'text' },
      ],
    },
    { name: 'slug', type: 'text' },
  ],
};

/** Names of the fields by which a list can be filtered. */
const filters = (fields: readonly Field[]): string[] =>
  fields.flatMap((field) => {
    if (field.type === 'tabs') return field.tabs.flatMap((tab) => filters(tab.fields));
    if ('fields' in field) return filters(field.fields);
    return 'name' in field && (field.admin as { disableListFilter?: boolean } | undefined)?.disableListFilter !== true
      ? [field.name]
      : [];
  });

test('a list of what is sealed offers no filter on it, searches by id, and says why in every language', () => {
  const { fields, admin } = withSealedLook(pictures);
  expect(filters(fields)).toEqual(['id', 'width', 'sha256']);
  expect(admin).toMatchObject({ useAsTitle: 'title', listSearchableFields: ['id'] });
  const said = admin?.description as Record<string, string>;
  expect(Object.keys(said)).toEqual([...studioLocales]);
  expect(said.en).toMatch(/^Pictures\. .+encrypted.+\.$/);
  expect(new Set(Object.values(said)).size).toBe(4);
  expect(JSON.stringify(fields)).toContain('"readOnly":true');
});

test('a list of what is sealed has no arrows by which it would be ordered by what nobody can read', () => {
  const before = withSealedLook(pictures).admin?.components?.beforeListTable ?? [];
  const parts = before as { serverProps: { columns: string[] } }[];
  const columns = parts.flatMap(({ serverProps }) => serverProps.columns);
  expect(columns).toContain('master.filename');
  const drawn = renderToStaticMarkup(createElement(UnorderedColumns, { columns }));
  expect(drawn).toContain('#heading-title .sort-column__buttons');
  expect(drawn).toContain('#heading-master-filename .sort-column__buttons');
  expect(drawn).not.toContain('width');
});

test('the search says in every language what it finds by', () => {
  const [id] = withSealedLook(pictures).fields;
  const label = id && 'label' in id ? (id.label as Record<string, string>) : {};
  expect(Object.keys(label)).toEqual([...studioLocales]);
  expect(label.vi).toContain('ID');
  expect(id).toMatchObject({ admin: { hidden: true } });
});

test('a list of what lies open stays as it is', () => {
  const topics: CollectionConfig = { slug: 'topics', fields: [{ name: 'name', type: 'text' }] };
  expect(withSealedLook(topics)).toBe(topics);
});
