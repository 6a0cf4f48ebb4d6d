import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Studio, startStudio } from '../support/studio.ts';

const folder = join(import.meta.dirname, '../../src/editorial/database/migrations');

interface Kit {
  generateDrizzleJson(schema: object): Promise<object>;
  generateMigration(from: object, to: object): Promise<string[]>;
}

describe('the committed migrations of the embedded database', () => {
  let studio: Studio;
  beforeAll(async () => {
    studio = await startStudio({ database: 'sqlite' });
  });
  afterAll(() => studio?.close());

  it('make the very schema that the collections ask for; else run `npm run migrations <name>`', async () => {
    const { requireDrizzleKit, schema } = studio.payload.db as unknown as { requireDrizzleKit(): Kit; schema: object };
    const newest =
      readdirSync(folder)
        .filter((file) => file.endsWith('.json'))
        .sort()
        .at(-1) ?? '';
    const committed = JSON.parse(readFileSync(join(folder, newest), 'utf8'));
    const kit = requireDrizzleKit();
    expect(await kit.generateMigration(committed, await kit.generateDrizzleJson(schema))).toEqual([]);
  });

  it('are noted once, however often a studio starts', async () => {
    const { totalDocs } = await studio.payload.count({ collection: 'payload-migrations' });
    await using again = await startStudio({ database: 'sqlite', values: { databaseUrl: studio.values.databaseUrl } });
    expect((await again.payload.count({ collection: 'payload-migrations' })).totalDocs).toBe(totalDocs);
    expect(totalDocs).toBeGreaterThan(0);
  });

  it('find the words of one document without looking at those of the others', () => {
    const database = new DatabaseSync(studio.values.databaseUrl.replace(/^file:/, ''));
    const tables = database
      .prepare(`SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE '%locales'`)
      .all();
    const plans = tables.map(({ name }) =>
      database.prepare(`EXPLAIN QUERY PLAN SELECT * FROM "${name}" WHERE _parent_id = ?`).get('x'),
    );
    database.close();
    expect(plans.length).toBeGreaterThan(5);
    for (const plan of plans) expect(plan?.detail).toMatch(/^SEARCH .* USING INDEX/);
  });
});
