import { plainText } from '#translation/content.ts';
import type { Opened } from '../acts/opened.ts';
import { namesOf } from '../telling/people.ts';
import { threadsOf } from './comment.ts';
import { readComments } from './comment-store.ts';
import { unreadOf } from './notices.ts';
import { placeThreads } from './place-threads.ts';
import { checkSpeaker, listenersOf } from './say.ts';

/** So much of a passage is quoted, in UTF-16 units. */
const longestQuote = 200;

const quoted = (text: string): string =>
  text.length <= longestQuote ? text : `${text.slice(0, longestQuote - 1).toWellFormed()}…`;

/**
 * Every conversation about a language of a document, on the line on which it stands now, and those to whom one can turn.
 * @throws Failure `not-found`, `forbidden`
 */
export const tellComments = async (opened: Opened) => {
  const { req, viewer, place, sheet } = opened;
  const name = await checkSpeaker(opened);
  const threads = threadsOf(await readComments(req, place));
  const anchored = threads.flatMap(({ first: { id, anchor } }) => (anchor ? [{ id, anchor }] : []));
  const places = placeThreads(sheet.lines, anchored);
  const unread = new Set((await unreadOf(req.payload, viewer.id)).map(({ thread }) => thread));
  const ids = threads.flatMap(({ comments, first }) => [
    ...comments.flatMap(({ by, mentions }) => [by, ...mentions]),
    first.resolvedBy ?? [],
  ]);
  const names = await namesOf(req, [...new Set(ids.flat())]);
  const nameOf = (id: string) => ({ id, name: names.get(id) ?? '' });
  return {
    threads: threads.map(({ first, comments }) => ({
      id: first.id,
      segment: places.get(first.id) ?? null,
      quote: first.anchor ? quoted(plainText(first.anchor.content)) : '',
      resolved: first.resolvedAt && first.resolvedBy ? { by: nameOf(first.resolvedBy), at: first.resolvedAt } : null,
      unread: unread.has(first.id),
      comments: comments.map(({ id, by, at, text, mentions }) => ({
        ...{ id, at, text, by: nameOf(by), isMine: by === viewer.id },
        mentions: mentions.map(nameOf),
      })),
    })),
    listeners: (await listenersOf(opened, name))
      .map(({ id, name: called }) => ({ id, name: called }))
      .sort((one, other) => one.name.localeCompare(other.name, 'vi')),
  };
};
