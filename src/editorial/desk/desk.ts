import type { Payload, TypedUser } from 'payload';
import type { StudioLocale } from '#languages/locales.ts';

export interface DeskItem {
  collection: string;
  id: string;
  title: string;
  /** Languages that the item is about, in the order of the studio. */
  locales: StudioLocale[];
  /** Instant that matters: last change, asking for review, appearance. */
  at: string | null;
  note: string | null;
  /** What was refused to the person whose name stands as the title, where the item is a line of the audit log. */
  refused?: DeskRefusal;
  /** How the master of the image is, where something is wrong with it. */
  master?: 'damaged' | 'missing';
  /** Within how many days rights end, and how much they concern. */
  ends?: { within: number; pictures: number; texts: number };
  /** Within how many days the term of a marking ends; 0: it has ended, and what it marks is closed as before. */
  term?: { within: 180 | 90 | 60 | 0 };
  /** Why a numbered copy asks something of an officer. */
  copy?: { why: 'asked' | 'confirm' | 'changed' | 'holder' };
  /** Where a launch stands: `late` languages of it that lack something. */
  launch?: { state: 'planned' | 'held' | 'going' | 'awaiting'; late: number };
  /** The first picture that a text loses, within how many days (0: it is gone), and how many it loses in all. */
  loses?: { within: number; picture: string; pictures: number };
}

export interface DeskRefusal {
  action: string;
  collection: string | null;
  code: string;
  times: number;
}

export const deskSectionKeys = [
  'masters',
  'rights',
  'losses',
  'returned',
  'review',
  'drafts',
  'missing',
  'images',
  'albums',
  'deletions',
  'lowerings',
  'grants',
  'copies',
  'secrecy',
  'terms',
  'launches',
  'scheduled',
  'refusals',
  'recent',
] as const;
export type DeskSectionKey = (typeof deskSectionKeys)[number];

export interface DeskSection {
  key: DeskSectionKey;
  /** How many wait in all; `items` holds the first few. */
  count: number;
  items: DeskItem[];
  /** Where all of them stand, if there is such a page. */
  href?: string;
}

export interface Desk {
  sections: DeskSection[];
}

/** Everything the desk asks runs as the person: what they may not see is neither listed nor counted. */
export interface Asker {
  payload: Payload;
  user: TypedUser;
  /** How many items of a section are listed; its count tells how many there are. */
  shown: number;
}
