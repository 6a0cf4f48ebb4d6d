import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What is asked of the adapter of the embedded database; its types say it of another version of its own. */
interface Adapter {
  readonly schema: object;
  requireDrizzleKit(): {
    generateDrizzleJson(schema: object): Promise<object>;
    generateMigration(from: object, to: object): Promise<string[]>;
  };
}

/**
 * Statements that lead from the newest migration to what the collections ask for; null where there is no migration yet.
 * @param db adapter of a studio that has been built
 * @param folder of migrations, each with its snapshot as JSON
 */
export const schemaChanges = async (db: unknown, folder: string): Promise<string[] | null> => {
  const { requireDrizzleKit, schema } = db as Adapter;
  const snapshots = (await readdir(folder)).filter((file) => file.endsWith('.json')).sort();
  const newest = snapshots.at(-1);
  if (newest === undefined) return null;
  const before: object = JSON.parse(await readFile(join(folder, newest), 'utf8'));
  const kit = requireDrizzleKit();
  return kit.generateMigration(before, await kit.generateDrizzleJson(schema));
};
