import { ingestPiece } from '#editorial/archive/ingest.ts';
import { referencesBySlug } from '#editorial/archive/references-by-slug.ts';
import { decodersOf } from '#editorial/decoders.ts';
import { openMasterStore } from '#media/intake/master-store.ts';
import type { Studio } from '../../support/studio.ts';

/** Takes a picture in as an operator takes old material in: nobody has looked at it yet, so that it is `unreviewed`. */
export const importedPicture = async (
  { payload, values }: Studio,
  bytes: Uint8Array,
  words: { readonly title: string; readonly alt: string; readonly credit: string; readonly rights: string },
): Promise<{ id: string; marking: string }> => {
  const { title, alt, ...facts } = words;
  const said = { words: { vi: { title, alt } }, facts, topics: [], places: [], albums: [] };
  const ingest = {
    ...{ payload, dryRun: false, store: await openMasterStore(values.mastersDir), decoders: decodersOf(values) },
    ...{ references: referencesBySlug(payload), manifest: new Map([[`${title}.jpg`, said]]) },
    defaults: { locale: 'vi', level: 'unreviewed' } as const,
  };
  const open = async () =>
    (async function* () {
      yield bytes;
    })();
  const fate = await ingestPiece(ingest, { name: `${title}.jpg`, bytes: bytes.length, open });
  if (!fate.id) throw new Error(JSON.stringify(fate));
  const doc = await payload.db.findOne<{ id: string; marking: string }>({
    collection: 'images',
    where: { id: { equals: fate.id } },
  });
  return { id: fate.id, marking: String(doc?.marking) };
};
