import { createLocalReq } from 'payload';
import { covers } from '#access/decide.ts';
import { sealOf } from '#access/level.ts';
import { viewerOf } from '#collections/viewer-of.ts';
import { everybody, type Known } from '../answers/people.ts';
import { type Copy, existing } from '../copies/copies.ts';
import { sightOfCopy } from '../copies/copy-for.ts';
import { openPermissions } from '../copies/copy-permissions.ts';
import { knownCopies } from '../copies/register.ts';
import type { StoredMarking } from '../workflow/marking-store.ts';
import type { Asker, DeskItem, DeskSection } from './desk.ts';
import { titledDocuments } from './marked-titles.ts';
import { oldestFirst } from './section.ts';

type Why = NonNullable<DeskItem['copy']>['why'];

interface Waiting {
  readonly subjectType: Copy['subjectType'];
  readonly subjectId: string;
  readonly why: Why;
  readonly at: string;
  readonly note: string | null;
}

/** Why a copy asks something of an officer; null where it does not. */
const whyOf = (
  copy: Copy,
  marking: StoredMarking | undefined,
  me: string,
  people: ReadonlyMap<string, Known>,
): Why | null => {
  if (copy.state === 'destroying') return copy.destroyedBy === me ? null : 'confirm';
  if (marking && sealOf(marking) !== copy.seal) return 'changed';
  if (copy.state !== 'out' || copy.holder === null) return null;
  const sight = sightOfCopy(copy, marking);
  const holder = people.get(copy.holder)?.viewer;
  return holder && !holder.disabled && sight && covers(holder, sight) ? null : 'holder';
};

/**
 * What numbered copies ask of an officer: requests of others, destructions to confirm, copies whose level is written on them wrongly by
 * now, and copies held by somebody who has left or is not cleared any more.
 */
export const copiesWaiting = async (asker: Asker): Promise<DeskSection> => {
  const req = await createLocalReq({ user: asker.user }, asker.payload);
  const viewer = viewerOf(asker.user);
  const me = String(asker.user.id);
  const asked = await openPermissions(req, { and: [{ state: { equals: 'asked' } }, { askedBy: { not_equals: me } }] });
  const known = viewer ? await knownCopies(req, viewer, existing) : [];
  const people = known.length > 0 ? await everybody(req) : new Map<string, Known>();
  const waiting: Waiting[] = asked.map(({ subjectType, subjectId, lapsesAt, purpose }) => {
    return { subjectType, subjectId, why: 'asked', at: lapsesAt, note: purpose };
  });
  for (const [copy, marking] of known) {
    const why = whyOf(copy, marking, me, people);
    const { subjectType, subjectId, number, madeAt } = copy;
    if (why) waiting.push({ subjectType, subjectId, why, at: copy.destroyedAt ?? madeAt, note: String(number) });
  }
  const documents = await titledDocuments(asker, waiting);
  const titles = new Map(documents.map((one) => [`${one.collection} ${one.id}`, one]));
  const items = waiting.flatMap(({ subjectType, subjectId, why, at, note }): DeskItem[] => {
    const document = titles.get(`${subjectType} ${subjectId}`);
    return document ? [{ ...document, locales: [], at, note, copy: { why } }] : [];
  });
  const shown = items.sort(oldestFirst).slice(0, asker.shown);
  return { key: 'copies', count: items.length, items: shown, href: '/admin/copies?state=there' };
};
