import type { Payload } from 'payload';
import type { StudioLocale } from '#languages/locales.ts';
import { isNamedFacet, openReferenceNames } from '../beside/reference-names.ts';
import { bestTitle } from '../desk/titles.ts';
import type { Sight } from './ask.ts';
import type { FacetName } from './index/picture.ts';
import type { StudioArchive } from './studio-archive.ts';

/** The name of a value; null where it has none, or none that may be known. */
type NameOf = (value: string) => string | null;

const namesFor = new WeakMap<StudioArchive, ReturnType<typeof openReferenceNames>>();

/** How the values of facets are called for somebody, in a language. */
export const facetNamer = (
  payload: Pick<Payload, 'db'>,
  archive: StudioArchive,
  { knowsAlbum }: Sight,
  locale: StudioLocale,
): ((facet: FacetName) => Promise<NameOf>) => {
  const names = namesFor.get(archive) ?? openReferenceNames(payload);
  namesFor.set(archive, names);
  return async (facet) => {
    if (facet === 'album') {
      const albums = await archive.albums();
      return (id) => (knowsAlbum(id) ? bestTitle(albums.get(id)?.title, locale) : null);
    }
    return isNamedFacet(facet) ? names(archive.index.namesVersion, facet, locale) : () => null;
  };
};
