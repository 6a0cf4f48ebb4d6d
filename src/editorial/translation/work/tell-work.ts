import { decide } from '#access/decide.ts';
import type { StudioLocale } from '#languages/locales.ts';
import { open, type Place } from '../acts/opened.ts';
import { namesOf } from '../telling/people.ts';
import { cityDay } from '../terms/city-day.ts';
import { translatedKinds } from '../translated-collections.ts';
import type { Assignment } from './assignment.ts';
import { readWork } from './assignment-store.ts';
import { type Colleague, type Duty, mayDo, readColleagues } from './colleagues.ts';
import type { Giving } from './give.ts';
import { isLate, turnOf } from './turn.ts';
import { type MarkedName, markNames } from './visible-names.ts';

/** A person as others see them: colleagues know each other’s names. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** Who could be given each part of the work, by name. */
export interface Candidates {
  readonly translators: readonly Named[];
  readonly reviewers: readonly Named[];
}

/** @param names documents that they must all be able to work on */
export const candidatesOf = (
  colleagues: Iterable<Colleague>,
  names: readonly MarkedName[],
  locale: StudioLocale,
): Candidates => {
  const all = [...colleagues].sort((one, other) => one.name.localeCompare(other.name, 'vi'));
  const able = (duty: Duty): Named[] =>
    all
      .filter((colleague) => names.every((name) => mayDo(colleague, duty, name, locale)))
      .map(({ id, name }) => ({ id, name }));
  return { translators: able('translate'), reviewers: able('review-translation') };
};

const named = (id: string | null, names: ReadonlyMap<string, string>): Named | null =>
  id === null ? null : { id, name: names.get(id) ?? '' };

const factsOf = async (req: Giving['req'], { translator, reviewer, givenBy, givenAt, due, note }: Assignment) => {
  const ids = [translator, reviewer, givenBy].filter((id) => id !== null);
  const names = await namesOf(req, ids);
  return {
    translator: named(translator, names),
    reviewer: named(reviewer, names),
    givenBy: named(givenBy, names),
    ...{ givenAt, due, note },
  };
};

/**
 * Who has a language of a document, whose turn it is, and, for whoever may give it out, who could have it.
 * @throws Failure `not-found`
 */
export const tellWork = async ({ req, viewer }: Pick<Giving, 'req' | 'viewer'>, place: Place) => {
  const { document, sheet } = await open(req, viewer, place);
  const work = await readWork(req, place, place.locale);
  const [name] = await markNames(req.payload, [place]);
  const marking = name?.marking ? { marking: name.marking } : {};
  const decision = decide(viewer, 'assign', { kind: translatedKinds[place.collection], ...marking });
  const mayGive = 'allow' in decision && name !== undefined && place.locale !== document.source;
  const { counts, state } = sheet;
  const left = counts.missing + counts.machine + counts.outdated;
  const turn = turnOf({ state, done: 0, of: left }, work.reviewer !== null);
  return {
    revision: work.revision,
    work: work.open
      ? { ...(await factsOf(req, work)), turn, isLate: isLate(turn, work.due, cityDay(new Date())) }
      : null,
    mayGive,
    candidates: mayGive ? candidatesOf((await readColleagues(req.payload)).values(), [name], place.locale) : null,
  };
};
