import { idOf } from './lexical-node.ts';

/** Reads documents of a collection, by id. */
export type ByIds = (
  collection: 'rights' | 'consents',
  ids: readonly string[],
) => Promise<ReadonlyMap<string, unknown>>;

const isDoc = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const consentIds = ({ consents }: Record<string, unknown>): string[] =>
  Array.isArray(consents) ? consents.map(idOf).filter((id) => id !== null) : [];

const unique = (ids: readonly (string | null)[]): string[] => [...new Set(ids.filter((id) => id !== null))];

/**
 * Pictures with the rights record and the consents that they name in place of their ids. What is not there stays an id, so
 * that whoever judges sees that something is missing.
 */
export async function withRights(pictures: readonly unknown[], byIds: ByIds): Promise<unknown[]> {
  const docs = pictures.filter(isDoc);
  const records = await byIds('rights', unique(docs.map(({ rightsRecord }) => idOf(rightsRecord))));
  const consents = await byIds('consents', unique(docs.flatMap(consentIds)));
  return pictures.map((picture) => {
    if (!isDoc(picture)) return picture;
    const record = idOf(picture.rightsRecord);
    const named = consentIds(picture);
    return {
      ...picture,
      ...(record !== null && { rightsRecord: records.get(record) ?? record }),
      ...(named.length > 0 && { consents: named.map((id) => consents.get(id) ?? id) }),
    };
  });
}
