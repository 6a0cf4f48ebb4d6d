import type { Payload, TypedUser } from 'payload';
import { decide } from '#access/decide.ts';
import { viewerOf } from '#collections/viewer-of.ts';
import { mayGrant } from '../people/grants/person-for.ts';
import { decidesSecrecy } from '../secrecy/decide-case.ts';
import { mayTake } from '../workflow/lowering/marking-for.ts';
import { copiesWaiting } from './copies-section.ts';
import { deletionsWaiting } from './deletions-section.ts';
import type { Asker, Desk, DeskSection, DeskSectionKey } from './desk.ts';
import { readPerson } from './desk-person.ts';
import { grantsWaiting } from './grants-section.ts';
import { albumsWaiting, imagesWaiting } from './images-section.ts';
import { launchesComing } from './launches-section.ts';
import { textsThatLose } from './losses-section.ts';
import { loweringsWaiting } from './lowerings-section.ts';
import { mastersWrong } from './masters-section.ts';
import { recentlyVisited } from './recent-section.ts';
import { refusals } from './refusals-section.ts';
import { returnedToMe, reviewsFor } from './review-sections.ts';
import { rightsEnding } from './rights-section.ts';
import { scheduled } from './scheduled-section.ts';
import { secrecyWaiting } from './secrecy-section.ts';
import { termsEnding } from './terms-section.ts';
import { languagesMissing, myDrafts } from './text-sections.ts';

const writes = ['editor', 'translator'];
const oversees = [...writes, 'publisher', 'administrator'];

/** How many items of each section stand on the desk, and how many on the page of one section. */
const few = 6;
const many = 300;

/** Sections that are there only when something is in them. */
const alarms: ReadonlySet<DeskSectionKey> = new Set([
  ...(['masters', 'rights', 'losses', 'albums', 'deletions', 'lowerings', 'secrecy', 'terms', 'launches'] as const),
  ...(['grants', 'copies'] as const),
]);

/**
 * What waits for a person, by role; sections that can never concern them are left out.
 * @param opened the one section of which all is wanted, and nothing of the others
 */
export const readDesk = async (payload: Payload, user: TypedUser, opened?: DeskSectionKey): Promise<Desk> => {
  const asker: Asker = { payload, user, shown: opened ? many : few };
  const person = readPerson(user);
  const has = (...roles: string[]) => roles.some((role) => person.roles.has(role));
  const audit = decide(viewerOf(user), 'read', { kind: 'audit' });
  const consents = !('refuse' in decide(viewerOf(user), 'read', { kind: 'consent' }));
  const mayConfirm = !('refuse' in decide(viewerOf(user), 'confirm-deletion', { kind: 'image' }));
  const wanted: [DeskSectionKey, boolean, () => Promise<DeskSection>][] = [
    ['masters', has('curator', 'administrator'), () => mastersWrong(asker)],
    ['rights', has('curator', ...oversees), () => rightsEnding(asker, consents)],
    ['losses', has('curator', ...oversees), () => textsThatLose(asker)],
    ['returned', has(...writes), () => returnedToMe(asker, person)],
    ['review', has('publisher'), () => reviewsFor(asker, person)],
    ['drafts', has(...writes), () => myDrafts(asker, person)],
    ['missing', has(...oversees), () => languagesMissing(asker, person)],
    ['images', has('curator', 'publisher'), () => imagesWaiting(asker)],
    ['albums', has('curator', 'publisher'), () => albumsWaiting(asker, payload.config.custom?.selfPublish === true)],
    ['deletions', mayConfirm, () => deletionsWaiting(asker)],
    ['lowerings', mayTake(viewerOf(user), 'agree-lowering'), () => loweringsWaiting(asker)],
    ['grants', mayGrant(viewerOf(user), 'agree-grant'), () => grantsWaiting(asker)],
    ['copies', mayTake(viewerOf(user), 'keep-copies'), () => copiesWaiting(asker)],
    ['secrecy', decidesSecrecy(viewerOf(user)), () => secrecyWaiting(asker)],
    ['terms', mayTake(viewerOf(user), 'ask-lowering'), () => termsEnding(asker)],
    ['launches', has(...oversees), () => launchesComing(asker)],
    ['scheduled', has(...oversees), () => scheduled(asker)],
    ['refusals', !('refuse' in audit), () => refusals(asker)],
    ['recent', true, () => recentlyVisited(asker)],
  ];
  const sections: DeskSection[] = [];
  // One after another: SQLite answers one at a time anyway, and a desk is no reason to hold nine connections.
  for (const [key, concerns, read] of wanted) {
    if (!concerns || (opened ?? key) !== key) continue;
    const section = await read();
    if (section.count > 0 || !alarms.has(key)) sections.push(section);
  }
  return { sections };
};
