import { readdirSync } from 'node:fs';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { schemaChanges } from '#editorial/database/schema-changes.ts';
import { type Studio, startStudio } from '../support/studio.ts';

const folder = join(import.meta.dirname, '../../src/editorial/database/migrations');

describe('the committed migrations of the embedded database', () => {
  let studio: Studio;
  beforeAll(async () => {
    studio = await startStudio({ database: 'sqlite' });
  });
  afterAll(() => studio?.close());

  it('make the very schema that the collections ask for; else run `npm run migrations <name>`', async () => {
    expect(await schemaChanges(studio.payload.db, folder)).toEqual([]);
  });

  it('are seen to lack what an older one did not make', async () => {
    const older = await mkdtemp(join(tmpdir(), 'benthanh-migrations-'));
    try {
      const snapshots = readdirSync(folder).filter((file) => file.endsWith('.json'));
      const [first = ''] = snapshots.sort();
      await copyFile(join(folder, first), join(older, first));
      expect(await schemaChanges(studio.payload.db, older)).not.toEqual([]);
      await rm(join(older, first));
      expect(await schemaChanges(studio.payload.db, older)).toBeNull();
    } finally {
      await rm(older, { recursive: true });
    }
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
