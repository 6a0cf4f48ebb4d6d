import type { Payload, TypedUser } from 'payload';
import { decide } from '#access/decide.ts';
import { viewerOf } from '#collections/viewer-of.ts';
import type { Asker, Desk, DeskSection } from './desk.ts';
import { readPerson } from './desk-person.ts';
import { imagesWaiting } from './images-section.ts';
import { recentlyVisited } from './recent-section.ts';
import { refusals } from './refusals-section.ts';
import { returnedToMe, reviewsFor } from './review-sections.ts';
import { scheduled } from './scheduled-section.ts';
import { languagesMissing, myDrafts } from './text-sections.ts';

const writes = ['editor', 'translator'];
const oversees = [...writes, 'publisher', 'administrator'];

/** What waits for a person, by role; sections that can never concern them are left out. */
export const readDesk = async (payload: Payload, user: TypedUser): Promise<Desk> => {
  const asker: Asker = { payload, user };
  const person = readPerson(user);
  const has = (...roles: string[]) => roles.some((role) => person.roles.has(role));
  const audit = decide(viewerOf(user), 'read', { kind: 'audit' });
  const wanted: [boolean, () => Promise<DeskSection>][] = [
    [has(...writes), () => returnedToMe(asker, person)],
    [has('publisher'), () => reviewsFor(asker, person)],
    [has(...writes), () => myDrafts(asker, person)],
    [has(...oversees), () => languagesMissing(asker, person)],
    [has('curator', 'publisher'), () => imagesWaiting(asker)],
    [has(...oversees), () => scheduled(asker)],
    [!('refuse' in audit), () => refusals(asker)],
    [true, () => recentlyVisited(asker)],
  ];
  const sections: DeskSection[] = [];
  // One after another: SQLite answers one at a time anyway, and a desk is no reason to hold nine connections.
  for (const [concerns, read] of wanted) if (concerns) sections.push(await read());
  return { sections };
};
