import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { root } from '../root.ts';
import type { Seeding } from './seeding.ts';

const plan = z.object({ seen: z.string() });
const name = 'names.csv';

/** Official names, taken in from a table as their keeper would do it. Taken in again they change nothing. */
export async function seedNames({ people, journal }: Seeding): Promise<void> {
  await journal.step('names', async () => {
    const content = await readFile(join(root, 'src/demo/content/names', name), 'utf8');
    const { seen } = plan.parse(await people.keeper.post('/concepts/import', { name, content }));
    await people.keeper.post('/concepts/import', { name, content, seen });
    return 'taken in';
  });
}
