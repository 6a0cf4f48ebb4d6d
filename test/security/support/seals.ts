import type { Where } from 'payload';
import { sealStoreOf } from '#editorial/database/seals/seal-store-of.ts';
import type { MarkedCollection } from '#editorial/workflow/references.ts';
import type { Studio } from '../../support/studio.ts';

const everything = { limit: 0, pagination: false } as const;

interface Bearing {
  readonly collection: MarkedCollection;
  readonly id: string;
  readonly marking: string;
}

interface Row {
  readonly id: string;
  readonly seal?: string | null;
  readonly marking?: string;
}

/** Seals that documents bear, and each of their versions, beside those of the markings that they name: what is not the same. */
export const sealsAstray = async ({ payload: { db } }: Studio, all: readonly Bearing[]): Promise<string[]> => {
  const where: Where = { id: { in: all.map(({ marking }) => marking) } };
  const markings = (await db.find({ collection: 'markings', where, ...everything })).docs as unknown as Row[];
  const seals = new Map(markings.map(({ id, seal }) => [id, seal]));
  const wrong: string[] = [];
  for (const collection of new Set(all.map((one) => one.collection))) {
    const ids = all.filter((one) => one.collection === collection).map(({ id }) => id);
    const rows = (await db.find({ collection, where: { id: { in: ids } }, ...everything })).docs as unknown as Row[];
    const versions = (await db.findVersions<Row>({ collection, where: { parent: { in: ids } }, ...everything })).docs;
    for (const { seal, marking } of [...rows, ...versions.map(({ version }) => version)])
      if (seal !== seals.get(String(marking)))
        wrong.push(`${collection} bears ${seal}, not ${seals.get(String(marking))}`);
  }
  return wrong;
};

/** Writes a seal on a document and its versions past everything that keeps it true; null: as if there were none. */
export const forgeSeal = async (
  { payload }: Studio,
  { collection, id, marking }: Bearing,
  seal: string | null,
): Promise<void> => {
  await sealStoreOf(payload.db).write({}, collection, { id: marking, subjectId: id }, seal as string);
};
