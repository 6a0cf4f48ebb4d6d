import { z } from 'zod';
import type { Seeding } from './seeding.ts';

const marked = z.object({ marking: z.union([z.string(), z.object({ id: z.string() }).transform(({ id }) => id)]) });

/** Marks a document `restricted`, as the security officer does it. */
export async function raiseToRestricted(
  { people, journal }: Seeding,
  at: { step: string; collection: string; id: string; basis: string },
): Promise<void> {
  await journal.step(at.step, async () => {
    const path = `/${at.collection}/${at.id}?depth=0&draft=true`;
    const { marking } = marked.parse(await people.officer.get(path));
    await people.officer.post(`/markings/${marking}/raise`, { level: 'restricted', basis: at.basis });
    return 'raised';
  });
}
