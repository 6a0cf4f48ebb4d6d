import type { Payload } from 'payload';
import type { Viewer } from '#access/viewer.ts';
import type { StudioLocale } from '#languages/locales.ts';
import { threadsOf } from '../comments/comment.ts';
import { readThreads } from '../comments/comment-store.ts';
import { unreadOf } from '../comments/notices.ts';
import { titleIn } from '../coverage/page.ts';
import { readColleagues } from '../work/colleagues.ts';
import type { Shown, TalkItem } from './inbox.ts';

/** So much of a comment stands in a list, in UTF-16 units. */
const longestExcerpt = 160;

const excerptOf = (text: string): string =>
  text.length <= longestExcerpt ? text : `${text.slice(0, longestExcerpt - 1).toWellFormed()}…`;

interface TalkOf {
  readonly payload: Pick<Payload, 'db'>;
  readonly viewer: Viewer;
  readonly locale: StudioLocale;
}

/** Conversations with something that a person has not read, about what they may know of. */
export const readTalk = async ({ payload, viewer, locale }: TalkOf, shown: Shown): Promise<TalkItem[]> => {
  const notices = await unreadOf(payload, viewer.id);
  if (notices.length === 0) return [];
  const known = notices.map(({ thread }) => thread);
  const threads = new Map(threadsOf(await readThreads(payload, known)).map((thread) => [thread.first.id, thread]));
  const colleagues = await readColleagues(payload);
  return notices.flatMap(({ thread, collection, documentId, locale: language, mentioned }) => {
    const document = shown({ collection, id: documentId });
    const last = threads.get(thread)?.comments.findLast(({ by }) => by !== viewer.id);
    if (!document || !last) return [];
    return [
      {
        ...{ collection, id: documentId, locale: language, thread, at: last.at, isMentioned: mentioned },
        title: titleIn(document, locale).title,
        by: colleagues.get(last.by)?.name ?? '',
        text: excerptOf(last.text),
      },
    ];
  });
};
