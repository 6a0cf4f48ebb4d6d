import type { sqliteAdapter } from '@payloadcms/db-sqlite';

export type SchemaHook = NonNullable<NonNullable<Parameters<typeof sqliteAdapter>[0]>['beforeSchemaInit']>[number];

/** What a hook is given besides what its type admits: the tables as Payload describes them, before Drizzle makes them. */
export interface Described {
  readonly adapter: {
    readonly rawTables: Record<string, { indexes?: Record<string, { name?: string; on: string | string[] }> }>;
  };
}

/**
 * Orders the unique index over the words of a document by document first and language second.
 *
 * Every read of a document asks for its words in all languages, by its id alone. The stock index begins with the language
 * and cannot answer that, so that each document would cost a look at the words of all documents.
 */
export const foundByParent: SchemaHook = (args) => {
  const { adapter } = args as typeof args & Described;
  for (const { indexes } of Object.values(adapter.rawTables)) {
    const index = indexes?._localeParent;
    if (index) index.on = ['_parentID', '_locale'];
  }
  return args.schema;
};
