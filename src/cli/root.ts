import { resolve } from 'node:path';

/** The project folder: where `package.json` stands, and where relative paths of the configuration start. */
export const root = resolve(import.meta.dirname, '../..');
