import { join } from 'node:path';

/** What the checks keep beside the masters: their record, and damaged bytes that were put aside. */
export const recordFile = (mastersDir: string): string => join(mastersDir, 'fixity', 'checks.db');
export const asideFolder = (mastersDir: string): string => join(mastersDir, 'fixity', 'damaged');
