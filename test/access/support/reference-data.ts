import { randomUUID } from 'node:crypto';
import type { Studio } from '../../support/studio.ts';
import { nowhere, removal, stockDoors, type Things } from './doors.ts';

/** Places, topics, agencies, rights records: they have no level. */
export const referenceData = (
  { payload }: Studio,
  slug: 'places' | 'topics' | 'agencies' | 'rights',
): Things<string> => ({
  none: nowhere,
  make: async () => {
    const data = { name: 'Chợ Lớn' } as never;
    return String((await payload.create({ collection: slug, locale: 'vi', depth: 0, data })).id);
  },
  create: (who) => who.post(`/api/${slug}?locale=vi`, { name: 'Chợ Bến Thành' }),
  doors: (who, id) => [...stockDoors(who, slug, id), removal(who, slug, id)],
});

/** Consents of people who are shown: few may read them, and no older versions are kept. */
export const consents = ({ payload }: Studio): Things<string> => ({
  none: nowhere,
  make: async () => {
    const data = { person: 'Lan', kind: 'adult', document: '12' } as never;
    return String((await payload.create({ collection: 'consents', depth: 0, data })).id);
  },
  create: (who) => who.post('/api/consents', { person: 'Mai', kind: 'adult', document: '13' }),
  doors: (who, id) => [...stockDoors(who, 'consents', id), removal(who, 'consents', id)],
});

/** Official names: everybody reads them, one role keeps them. */
export const concepts = ({ payload }: Studio): Things<string> => {
  const entry = () => ({ kind: 'term', forms: [{ locale: 'vi', term: `Từ ${randomUUID()}`, status: 'approved' }] });
  return {
    none: nowhere,
    make: async () => {
      const data = entry() as never;
      return String((await payload.create({ collection: 'concepts', depth: 0, data })).id);
    },
    create: (who) => who.post('/api/concepts', entry()),
    doors: (who, id) => [...stockDoors(who, 'concepts', id), removal(who, 'concepts', id)],
  };
};
