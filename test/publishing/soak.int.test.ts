import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { quickNode } from '../support/quick-node.ts';
import { type Studio, startStudio } from '../support/studio.ts';

const run = promisify(execFile);
const writer = join(import.meta.dirname, '../support/soak-writer.ts');

interface Line {
  readonly id?: string;
  readonly title?: string;
  readonly topic?: string;
}

describe('the embedded database with two processes and nine writers in each', () => {
  let studio: Studio;
  beforeAll(async () => {
    studio = await startStudio({ database: 'sqlite' });
  });
  afterAll(() => studio?.close());

  it('loses nothing that was reported as saved, and keeps nothing that was refused', async () => {
    const saves = 12;
    const runs = await Promise.all(
      ['one', 'two'].map((name) =>
        run(process.execPath, [...quickNode, writer, studio.values.databaseUrl, name, String(saves)], {
          maxBuffer: 1e8,
        }),
      ),
    );
    const lines = runs.flatMap(({ stdout }) => stdout.trim().split('\n')).map((line): Line => JSON.parse(line));
    expect(lines).toHaveLength(2 * 9 * saves * 3);

    const last = new Map(lines.flatMap(({ id, title }) => (id && title ? [[id, title] as const] : [])));
    const { docs } = await studio.payload.find({
      collection: 'articles',
      locale: 'vi',
      draft: true,
      limit: 0,
      pagination: false,
      depth: 0,
    });
    expect(new Map(docs.map((doc) => [String(doc.id), String((doc as { title?: string }).title)]))).toEqual(last);

    const topics = await studio.payload.find({
      collection: 'topics',
      locale: 'vi',
      limit: 0,
      pagination: false,
      depth: 0,
    });
    const names = topics.docs.map((topic) => String((topic as { name?: string }).name)).sort();
    expect(names).toEqual(lines.flatMap(({ topic }) => topic ?? []).sort());

    const markings = await studio.payload.count({ collection: 'markings' });
    expect(markings.totalDocs).toBe(last.size);
  });
});
