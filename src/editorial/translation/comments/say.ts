import { randomUUID } from 'node:crypto';
import { decide } from '#access/decide.ts';
import { Failure } from '#errors/failure.ts';
import { inTransaction } from '../../workflow/transaction.ts';
import { lineNamed, type Opened } from '../acts/opened.ts';
import type { StatedLine } from '../lines/sheet.ts';
import { translatedKinds } from '../translated-collections.ts';
import { readWork } from '../work/assignment-store.ts';
import { type Colleague, readColleagues } from '../work/colleagues.ts';
import { type MarkedName, markNames } from '../work/visible-names.ts';
import type { Anchor, Comment, Thread } from './comment.ts';
import { threadsOf } from './comment.ts';
import { makeComment, readComments, writeSettled } from './comment-store.ts';
import { noticesOf, tellAll } from './notices.ts';

/** Most comments of one conversation. */
const mostOfThread = 200;

/** What somebody says, and to whom by name. */
export interface Said {
  readonly text: string;
  readonly mentions: readonly string[];
}

const mayComment = ({ viewer }: Pick<Colleague, 'viewer'>, { collection, marking }: MarkedName): boolean =>
  'allow' in decide(viewer, 'comment', { kind: translatedKinds[collection], ...(marking ? { marking } : {}) });

/** The document as it is marked, for somebody who may speak of it. @throws Failure `not-found`, `forbidden` */
export const checkSpeaker = async ({ req, viewer, place }: Opened): Promise<MarkedName> => {
  const [name] = await markNames(req.payload, [place]);
  if (!name) throw new Failure('not-found');
  if (!mayComment({ viewer }, name)) throw new Failure('forbidden');
  return name;
};

/** Those to whom one can turn about a document: whoever else may open it. */
export const listenersOf = async ({ req, viewer }: Opened, name: MarkedName): Promise<readonly Colleague[]> =>
  [...(await readColleagues(req.payload)).values()].filter((one) => one.id !== viewer.id && mayComment(one, name));

/** Somebody who may not open the document is answered for as somebody who is not there. */
const checkMentions = (mentions: readonly string[], listeners: readonly Colleague[]): void => {
  const known = new Set(listeners.map(({ id }) => id));
  if (mentions.some((id) => !known.has(id))) throw new Failure('comment-mention');
};

const anchorOf = (line: StatedLine): Anchor => {
  const on = line.source ?? line.target;
  if (!on) throw new Failure('segment-gone');
  const { field, role, content } = on;
  return {
    unit: line.unit?.id ?? null,
    alias: line.alias,
    field,
    role,
    content,
    side: line.source ? 'source' : 'target',
  };
};

/** Everybody whom it concerns: who spoke, who was spoken to, and who has the work; not whoever speaks. */
const concerned = async ({ req, place, viewer }: Opened, thread: Thread | null, said: Said): Promise<Set<string>> => {
  const { open, translator, reviewer } = await readWork(req, place, place.locale);
  const before = thread ? await noticesOf(req, thread.first.id) : [];
  const people = [
    ...(thread?.comments.map(({ by }) => by) ?? []),
    ...before.map(({ person }) => person),
    ...(open ? [translator, reviewer] : []),
    ...said.mentions,
  ];
  return new Set(people.filter((id): id is string => id !== null && id !== viewer.id));
};

const write = async (opened: Opened, thread: Thread | null, said: Said, anchor: Anchor | null): Promise<Comment> => {
  const { req, viewer, place } = opened;
  const name = await checkSpeaker(opened);
  const listeners = await listenersOf(opened, name);
  checkMentions(said.mentions, listeners);
  const able = new Set(listeners.map(({ id }) => id));
  const people = [...(await concerned(opened, thread, said))].filter((id) => able.has(id));
  const id = randomUUID();
  const at = new Date().toISOString();
  const { collection, id: documentId, locale } = place;
  const comment: Comment = {
    ...{ id, thread: thread?.first.id ?? id, collection, documentId, locale, anchor, by: viewer.id, at },
    ...{ text: said.text, mentions: [...new Set(said.mentions)], resolvedBy: null, resolvedAt: null },
  };
  await makeComment(req, comment);
  await tellAll(req, { ...place, thread: comment.thread, at }, people, new Set(said.mentions));
  return comment;
};

/**
 * Begins a conversation about a line.
 * @throws Failure `segment-gone`, `comment-mention`, `forbidden`
 */
export const beginThread = (opened: Opened, line: string, said: Said): Promise<Comment> =>
  inTransaction(opened.req, () => write(opened, null, said, anchorOf(lineNamed(opened, line))));

/** @throws Failure `not-found` for a conversation that is not about this language of this document */
export const threadNamed = async ({ req, place }: Opened, id: string): Promise<Thread> => {
  const thread = threadsOf(await readComments(req, place)).find(({ first }) => first.id === id);
  if (!thread) throw new Failure('not-found');
  return thread;
};

/**
 * Answers. A matter that was settled is open again.
 * @throws Failure `not-found`, `comment-mention`, `comment-thread-full`, `forbidden`
 */
export const answerThread = (opened: Opened, id: string, said: Said): Promise<Comment> =>
  inTransaction(opened.req, async () => {
    const thread = await threadNamed(opened, id);
    if (thread.comments.length >= mostOfThread) throw new Failure('comment-thread-full', { most: mostOfThread });
    const comment = await write(opened, thread, said, null);
    if (thread.first.resolvedAt !== null) await writeSettled(opened.req, id, null);
    return comment;
  });

/** Settles a matter, or opens it again. @throws Failure `not-found`, `forbidden` */
export const settleThread = async (opened: Opened, id: string, isSettled: boolean): Promise<void> => {
  await checkSpeaker(opened);
  const { first } = await threadNamed(opened, id);
  const by = { by: opened.viewer.id, at: new Date().toISOString() };
  await writeSettled(opened.req, first.id, isSettled ? by : null);
};
