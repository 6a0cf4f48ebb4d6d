import type { CollectionConfig, Field } from 'payload';
import { type StudioLocale, studioLocales } from '#languages/locales.ts';
import { exactFields, sealedFields } from '../../at-rest/texts/sealed-fields.ts';
import { speak } from '../../words/speak.ts';

/**
 * The list of a collection whose texts lie sealed in the database, which can find nothing by words: it offers no filter on them, searches
 * by id, orders by none of them, and says why.
 */
export const withSealedLook = (collection: CollectionConfig): CollectionConfig => {
  const { slug, admin, fields } = collection;
  if (!(slug in sealedFields)) return collection;
  const sealed = new Set([...Object.keys(sealedFields[slug] ?? {}), ...(exactFields[slug] ?? [])]);
  const { components } = admin ?? {};
  const beforeListTable = [...(components?.beforeListTable ?? []), unordered(sealed)];
  return {
    ...collection,
    fields: withoutFilters(fields, sealed, ''),
    admin: {
      ...admin,
      listSearchableFields: ['id'],
      description: andWhy(admin?.description),
      components: { ...components, beforeListTable },
    },
  };
};

/** Stands in the list and is not seen. */
const unordered = (sealed: ReadonlySet<string>) => ({
  path: '/src/editorial/admin/sealed/unordered-columns.tsx#UnorderedColumns',
  serverProps: { columns: [...sealed] },
});

type Description = NonNullable<CollectionConfig['admin']>['description'];

const inEvery = (say: (language: StudioLocale) => string): Record<string, string> =>
  Object.fromEntries(studioLocales.map((language) => [language, say(language)]));

const andWhy = (said: Description): Record<string, string> =>
  inEvery((language) => {
    const before = typeof said === 'object' && said !== null && language in said ? String(said[language]) : '';
    // Chinese sets no space between sentences
    const between = before === '' || language === 'zh' ? '' : ' ';
    return `${before}${between}${speak(language, 'fields', 'sealed.why')}`;
  });

const withoutFilters = (fields: readonly Field[], sealed: ReadonlySet<string>, above: string): Field[] =>
  fields.map((field) => {
    if (field.type === 'tabs') {
      const tabs = field.tabs.map((tab) => ({
        ...tab,
        fields: withoutFilters(tab.fields, sealed, 'name' in tab && tab.name ? `${above}${tab.name}.` : above),
      }));
      return { ...field, tabs } as Field;
    }
    const path = 'name' in field ? `${above}${field.name}` : null;
    // By its name alone the search would call it “Id”, in every language
    if (path === 'id')
      return { ...field, label: inEvery((language) => speak(language, 'fields', 'sealed.id')) } as Field;
    if (path !== null && sealed.has(path))
      return { ...field, admin: { ...field.admin, disableListFilter: true } } as Field;
    if (!('fields' in field)) return field;
    const within = path === null || path === above ? above : `${path}.`;
    return { ...field, fields: withoutFilters(field.fields, sealed, within) } as Field;
  });
