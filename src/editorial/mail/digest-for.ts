import type { Payload } from 'payload';
import type { Level } from '#access/level.ts';
import type { Viewer } from '#access/viewer.ts';
import { type StudioLocale, studioLocales } from '#languages/locales.ts';
import { bestTitle } from '../desk/titles.ts';
import { type DocumentName, isPublished, readTranslatable, type Translatable } from '../translation/document.ts';
import type { Inbox, WorkItem } from '../translation/inbox/inbox.ts';
import { readInbox } from '../translation/inbox/read-inbox.ts';
import type { Digest, NamedWork } from './digest.ts';

/** Somebody who wants a daily mail. */
export interface Recipient {
  readonly viewer: Viewer;
  readonly name: string;
  readonly email: string;
  readonly language: StudioLocale;
}

/** What a mail may count, and what it may name: it leaves the house. Anything higher is in no mail, not even as a number. */
const counted: readonly Level[] = ['public', 'internal'];
const namedLevels: readonly Level[] = ['public'];

/** So many are named. */
const mostNamed = 10;

/** The name under which the public knows a document; null where it knows of none: a draft may be called otherwise by now. */
const publicTitle = (document: Translatable, language: StudioLocale): string | null => {
  const value = document.published.title ?? document.published.name;
  const titles: Readonly<Record<string, unknown>> = typeof value === 'object' && value !== null ? { ...value } : {};
  const known = studioLocales.flatMap((locale) => {
    const title = titles[locale];
    return isPublished(document, locale) && typeof title === 'string' ? [[locale, title] as const] : [];
  });
  return bestTitle(Object.fromEntries(known), language) || null;
};

const workIn = ({ late, translate, review }: Inbox): readonly WorkItem[] => [...late, ...translate, ...review];

const namedWork = async (
  payload: Payload,
  items: readonly WorkItem[],
  language: StudioLocale,
  studioUrl: string,
): Promise<NamedWork[]> => {
  const found: NamedWork[] = [];
  for (const { collection, id, locale, due } of items) {
    if (found.length === mostNamed) break;
    const name: DocumentName = { collection, id };
    const document = await readTranslatable({ payload } as Parameters<typeof readTranslatable>[0], name);
    const title = document && publicTitle(document, language);
    if (title) found.push({ title, locale, due, href: `${studioUrl}/admin/translate/${collection}/${id}/${locale}` });
  }
  return found;
};

/**
 * What the mail to somebody says: how much waits for them, and by name only what the public can read already.
 * @throws Failure `coverage-indexing`
 */
export const digestFor = async (
  payload: Payload,
  { viewer, name, language }: Recipient,
  studioUrl: string,
  now: Date,
): Promise<Digest> => {
  const of = { payload, viewer, locale: language, now };
  const inbox = await readInbox({ ...of, levels: counted });
  const open = await readInbox({ ...of, levels: namedLevels });
  const { late, translate, review, talk } = inbox;
  return {
    ...{ name, language, studioUrl },
    counts: { late: late.length, translate: translate.length, review: review.length, talk: talk.length },
    named: await namedWork(payload, workIn(open), language, studioUrl),
  };
};
