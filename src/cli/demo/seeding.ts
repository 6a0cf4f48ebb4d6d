import { createLocalReq, type Payload } from 'payload';
import { z } from 'zod';
import { letDelete } from '#editorial/archive/deletion/with-two-steps.ts';
import type { Journal } from './journal.ts';
import type { Cast } from './people.ts';
import type { Person } from './studio-door.ts';

/** What every part of seeding works with. */
export interface Seeding {
  readonly payload: Payload;
  readonly people: Cast;
  readonly journal: Journal;
  /** Called after each document that is complete. */
  readonly done: () => void;
  /** Studio id of a demo document that has been made. */
  readonly idOf: (kind: string, key: string) => string;
  readonly know: (kind: string, key: string, id: string) => void;
}

const made = z.object({ doc: z.object({ id: z.string() }) });
const current = z.object({ revision: z.number().nullish() });

export const idOfMade = (answer: unknown): string => made.parse(answer).doc.id;

/**
 * The revision that the next save of a document has to name. All languages are asked for together: a draft in one of them
 * is not seen by who asks for another.
 */
export async function revisionOf(person: Person, collection: string, id: string): Promise<number> {
  const drafts = collection === 'articles' || collection === 'events' ? '&draft=true' : '';
  return current.parse(await person.get(`/${collection}/${id}?locale=all&depth=0${drafts}`)).revision ?? 0;
}

/**
 * Makes a document once. After an interrupted seeding a document of that name may stand there half made, with nothing
 * pointing at it yet: it goes, and another one comes.
 */
export async function makeOnce(
  { payload, journal }: Seeding,
  at: { step: string; collection: string; field: 'title' | 'name'; text: string; locale: string },
  make: () => Promise<unknown>,
): Promise<string> {
  return journal.step(at.step, async () => {
    if (journal.resumed) await removeHalfMade(payload, at);
    return idOfMade(await make());
  });
}

async function removeHalfMade(
  payload: Payload,
  at: { collection: string; field: string; text: string; locale: string },
): Promise<void> {
  const where = { [at.field]: { equals: at.text } };
  const locale = at.locale as 'vi';
  const found = { collection: at.collection as 'articles', where, locale, overrideAccess: true };
  for (const draft of [false, true]) {
    const { docs } = await payload.find({ ...found, draft, depth: 0, limit: 5 });
    for (const { id } of docs) {
      const req = await createLocalReq({}, payload);
      // A picture goes by two people, but this one nobody has seen: the start that made it was cut short within it
      letDelete(req, String(id));
      await payload.delete({ collection: found.collection, id, overrideAccess: true, req });
    }
  }
}
