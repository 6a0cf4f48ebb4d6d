import type { StudioLocale } from '#languages/locales.ts';
import type { IndexedDocument } from '../coverage/index/coverage-document.ts';
import type { DocumentName } from '../document.ts';
import type { Turn } from '../work/turn.ts';

/** A document as the table of translations has it, where the person may know of it; null where it is gone or hidden. */
export type Shown = (name: DocumentName) => IndexedDocument | null;

/** A language of a document that somebody has been given, as one of those whom it concerns sees it. */
export interface WorkItem extends DocumentName {
  readonly locale: StudioLocale;
  readonly title: string;
  readonly turn: Turn;
  /** Day in the city. */
  readonly due: string | null;
  readonly isLate: boolean;
  readonly note: string;
  readonly translator: string | null;
  readonly reviewer: string | null;
  readonly givenBy: string | null;
  /** Segments with which nothing is to be done, of how many. */
  readonly done: number;
  readonly of: number;
  /** Whether somebody who has it can no longer do it: shut out, without the language, or without the clearance. */
  readonly isStuck: boolean;
}

/** A conversation in which something was said that somebody has not read. */
export interface TalkItem extends DocumentName {
  readonly locale: StudioLocale;
  readonly title: string;
  readonly thread: string;
  /** Name of whoever spoke last. */
  readonly by: string;
  readonly at: string;
  readonly text: string;
  /** Whether it was said to them by name. */
  readonly isMentioned: boolean;
}

/** All that waits for one person. Each piece of work stands in one list of the first three. */
export interface Inbox {
  /** Theirs to do, and due on a day that is over. */
  readonly late: readonly WorkItem[];
  readonly translate: readonly WorkItem[];
  readonly review: readonly WorkItem[];
  readonly talk: readonly TalkItem[];
  /** What they have given to others, done or not. */
  readonly given: readonly WorkItem[];
}

/** How much waits for the person: what they have given out waits for others. */
export const waitingIn = ({ late, translate, review, talk }: Inbox): number =>
  late.length + translate.length + review.length + talk.length;

/** Documents that it names, each as often as it does. */
export const namedIn = ({ late, translate, review, talk, given }: Inbox): DocumentName[] =>
  [late, translate, review, talk, given].flatMap((items) => items.map(({ collection, id }) => ({ collection, id })));

/** Most urgent first: what has a day before what has none. */
export const byDue = (one: WorkItem, other: WorkItem): number =>
  (one.due ?? '9').localeCompare(other.due ?? '9') ||
  one.title.localeCompare(other.title, 'vi') ||
  one.id.localeCompare(other.id);

/** Newest first. */
export const byMoment = (one: TalkItem, other: TalkItem): number =>
  other.at.localeCompare(one.at) || one.thread.localeCompare(other.thread);
