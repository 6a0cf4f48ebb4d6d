import type { CollectionConfig } from 'payload';
import { accessOf } from './access-filter.ts';

/** What programs write down for themselves: it has no page in the studio, nobody edits or copies it, and no earlier version stays. */
export const keptByPrograms = () =>
  ({
    access: accessOf('machinery'),
    admin: { hidden: true },
    versions: false,
    lockDocuments: false,
    disableBulkEdit: true,
    disableDuplicate: true,
  }) as const satisfies Partial<CollectionConfig>;
