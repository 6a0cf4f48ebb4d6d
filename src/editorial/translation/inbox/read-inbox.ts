import type { Payload } from 'payload';
import { type Level, readSeal } from '#access/level.ts';
import type { Viewer } from '#access/viewer.ts';
import type { StudioLocale } from '#languages/locales.ts';
import { type IndexedDocument, keyOf } from '../coverage/index/coverage-document.ts';
import { openNamer } from '../coverage/names.ts';
import { titleIn } from '../coverage/page.ts';
import { sightOf } from '../coverage/sight.ts';
import { type StudioCoverage, settledCoverage } from '../coverage/studio-coverage.ts';
import { cityDay } from '../terms/city-day.ts';
import type { Assignment } from '../work/assignment.ts';
import { findWork } from '../work/assignment-store.ts';
import { type Colleague, mayDo, readColleagues } from '../work/colleagues.ts';
import { isLate, turnOf } from '../work/turn.ts';
import type { MarkedName } from '../work/visible-names.ts';
import { byDue, byMoment, type Inbox, type Shown, type WorkItem } from './inbox.ts';
import { readTalk } from './read-talk.ts';

/** Whose inbox, in which language, and at which moment. */
export interface InboxOf {
  readonly payload: Payload;
  readonly viewer: Viewer;
  readonly locale: StudioLocale;
  readonly now: Date;
  /** Levels to which it is confined, where it leaves the house: everything else is as if it were not there. */
  readonly levels?: readonly Level[];
}

/** @throws Failure that the decision refuses with */
const openShown = ({ index }: StudioCoverage, { viewer, levels }: InboxOf): Shown => {
  const sees = sightOf(viewer);
  const isWithin = (document: IndexedDocument): boolean => {
    const { marking } = markedIn(document);
    return levels === undefined || marking === null || levels.includes(marking.level);
  };
  return ({ collection, id }) => {
    const row = index.columns.rowOf(keyOf(collection, id));
    const document = row === undefined ? null : index.file.document(row);
    return document && sees(document.sight) && isWithin(document) ? document : null;
  };
};

/** What the table knows of the marking of a document. */
const markedIn = ({ collection, id, sight }: IndexedDocument): MarkedName => ({
  ...{ collection, id },
  marking: readSeal(sight.slice(sight.indexOf(' ') + 1)),
});

const isStuckOn = (work: Assignment, name: MarkedName, colleagues: ReadonlyMap<string, Colleague>): boolean => {
  const can = (id: string | null, duty: 'translate' | 'review-translation'): boolean => {
    const colleague = id === null ? null : colleagues.get(id);
    return id === null || (colleague != null && mayDo(colleague, duty, name, work.locale));
  };
  return !can(work.translator, 'translate') || !can(work.reviewer, 'review-translation');
};

interface Told {
  readonly item: WorkItem;
  readonly work: Assignment;
  readonly name: MarkedName;
}

const toldOf = (
  { locale, now }: InboxOf,
  work: Assignment,
  document: IndexedDocument,
  nameOf: (id: string) => string | null,
  colleagues: ReadonlyMap<string, Colleague>,
): Told => {
  const name = markedIn(document);
  const cell = document.cells[work.locale];
  const turn = turnOf(cell, work.reviewer !== null);
  const called = (id: string | null): string | null => (id === null ? null : nameOf(id));
  const item: WorkItem = {
    ...{ collection: document.collection, id: document.id, locale: work.locale, turn, due: work.due, note: work.note },
    title: titleIn(document, locale).title,
    isLate: isLate(turn, work.due, cityDay(now)),
    translator: called(work.translator),
    reviewer: called(work.reviewer),
    givenBy: called(work.givenBy),
    ...{ done: cell.done, of: cell.of },
    isStuck: turn !== 'done' && isStuckOn(work, name, colleagues),
  };
  return { item, work, name };
};

/** Whether it is the person’s turn, and they may still do it. */
const isTheirs = ({ work, item, name }: Told, viewer: Viewer, colleague: Pick<Colleague, 'viewer'>): boolean => {
  if (item.turn === 'translate' && work.translator === viewer.id)
    return mayDo(colleague, 'translate', name, work.locale);
  return (
    item.turn === 'review' && work.reviewer === viewer.id && mayDo(colleague, 'review-translation', name, work.locale)
  );
};

/**
 * What waits for a person, as everything stands committed now. What they may not know of, or may no longer do, is in no list and
 * no count.
 * @throws Failure `coverage-indexing` as long as the table of translations is put together for the first time
 */
export const readInbox = async (of: InboxOf): Promise<Inbox> => {
  const { payload, viewer, locale } = of;
  const coverage = await settledCoverage(payload);
  const shown = openShown(coverage, of);
  const mine = ['translator', 'reviewer', 'givenBy'].map((field) => ({ [field]: { equals: viewer.id } }));
  const found = await findWork(payload, { and: [{ open: { equals: true } }, { or: mine }] });
  const people = found.flatMap(({ translator, reviewer, givenBy }) => [translator, reviewer, givenBy]);
  const namer = await openNamer(payload, coverage, locale, [...new Set(people.filter((id) => id !== null))]);
  const colleagues = found.length > 0 ? await readColleagues(payload) : new Map<string, Colleague>();
  const told = found.flatMap((work) => {
    const document = shown({ collection: work.collection, id: work.documentId });
    return document ? [toldOf(of, work, document, namer.person, colleagues)] : [];
  });
  const theirs = told.filter((one) => isTheirs(one, viewer, { viewer })).map(({ item }) => item);
  const listed = (items: readonly WorkItem[]) => items.toSorted(byDue);
  return {
    late: listed(theirs.filter((item) => item.isLate)),
    translate: listed(theirs.filter(({ isLate: late, turn }) => !late && turn === 'translate')),
    review: listed(theirs.filter(({ isLate: late, turn }) => !late && turn === 'review')),
    talk: (await readTalk(of, shown)).toSorted(byMoment),
    given: listed(told.filter(({ work }) => work.givenBy === viewer.id).map(({ item }) => item)),
  };
};
