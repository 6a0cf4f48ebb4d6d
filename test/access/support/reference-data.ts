import type { Studio } from '../../support/studio.ts';
import { nowhere, removal, stockDoors, type Things } from './doors.ts';

/** Places, topics, agencies: public by nature, so they have no level. */
export const referenceData = ({ payload }: Studio, slug: 'places' | 'topics' | 'agencies'): Things<string> => ({
  none: nowhere,
  make: async () => {
    const data = { name: 'Chợ Lớn' } as never;
    return String((await payload.create({ collection: slug, locale: 'vi', depth: 0, data })).id);
  },
  create: (who) => who.post(`/api/${slug}?locale=vi`, { name: 'Chợ Bến Thành' }),
  doors: (who, id) => [...stockDoors(who, slug, id), removal(who, slug, id)],
});
