import { foundByParent, type SchemaHook } from './found-by-parent.ts';
import { sealIndexes } from './seals/seal-indexes.ts';

/** What is done to the tables of the embedded database before they are made, in the studio and for a migration alike. */
export const schemaHooks: SchemaHook[] = [foundByParent, sealIndexes];
