import { markedCollections } from '../../workflow/references.ts';
import type { Described, SchemaHook } from '../found-by-parent.ts';
import { draftedCollections } from './places.ts';

/**
 * By what a list is found on the embedded database: in order of time, the seals of the next documents in the same index; its total is
 * counted there too. None begins with the seal. A total would be counted faster by one, but a page of somebody who covers few seals
 * would be looked for in it, and all that they may read put in order: the database knows how many seals there are, and not how
 * unlike in number.
 */
const sqliteIndexes = [
  ...markedCollections.map((collection) => ({
    ...{ table: collection, name: `${collection}_updated_seal_idx` },
    on: ['updatedAt', 'seal'],
  })),
  ...draftedCollections.map((collection) => ({
    ...{ table: `_${collection}_v`, name: `_${collection}_v_latest_updated_seal_idx` },
    on: ['latest', 'version_updatedAt', 'version_seal'],
  })),
];

/** Gives the tables of the embedded database their indexes over seals: Payload’s own cannot name `latest`. */
export const sealIndexes: SchemaHook = (args) => {
  const { adapter } = args as typeof args & Described;
  for (const { table, name, on } of sqliteIndexes) {
    const known = adapter.rawTables[table];
    if (known) known.indexes = { ...known.indexes, [name]: { name, on } };
  }
  return args.schema;
};

interface Schema {
  index(fields: Readonly<Record<string, 1 | -1>>): unknown;
}

interface Models {
  readonly collections: Readonly<Record<string, { readonly schema: Schema } | undefined>>;
  readonly versions: Readonly<Record<string, { readonly schema: Schema } | undefined>>;
}

/** Indexes for MongoDB, which tries out by which one it finds a page: to be called when the adapter has its models, before it connects. */
export const indexSeals = ({ collections, versions }: Models): void => {
  for (const collection of markedCollections) collections[collection]?.schema.index({ seal: 1, updatedAt: -1 });
  for (const collection of draftedCollections) {
    const schema = versions[collection]?.schema;
    schema?.index({ latest: 1, 'version.updatedAt': -1, 'version.seal': 1 });
    schema?.index({ latest: 1, 'version.seal': 1 });
  }
};
