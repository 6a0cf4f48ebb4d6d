import type { CollectionAfterReadHook, PayloadRequest, Where } from 'payload';
import { z } from 'zod';
import { accessOf } from '#collections/access-filter.ts';
import { isMarkedCollection, type MarkedCollection, referencesInBody } from './references.ts';

type Doc = Record<string, unknown>;

const kinds = { images: 'image', articles: 'article', events: 'event', albums: 'album' } as const;

/** Bodies of a document: one, or one for each language when all were asked for. */
const bodiesOf = (body: unknown): unknown[] => {
  if (body === null || typeof body !== 'object') return [];
  return 'root' in body ? [body] : Object.values(body);
};

/** Ids that a document names without having been allowed to show what stands behind them. */
export const namedIds = (doc: Readonly<Doc>): Map<MarkedCollection, Set<string>> => {
  const ids = new Map<MarkedCollection, Set<string>>();
  const note = (collection: string, id: unknown) => {
    if (!isMarkedCollection(collection) || typeof id !== 'string') return;
    ids.set(collection, (ids.get(collection) ?? new Set()).add(id));
  };
  note('images', doc.cover);
  note('albums', doc.within);
  for (const { collection, id } of bodiesOf(doc.body).flatMap(referencesInBody)) note(collection, id);
  return ids;
};

/** Which of these the person may read. */
export const readable = async (
  req: PayloadRequest,
  collection: MarkedCollection,
  ids: Set<string>,
): Promise<Set<string>> => {
  const visible = await accessOf(kinds[collection]).read?.({ req });
  if (!visible) return new Set();
  const named: Where = { id: { in: [...ids] } };
  const where: Where = visible === true ? named : { and: [named, visible] };
  // Their ids are enough: a text of them in four languages for each link would cost more than all the rest of a read
  const select = { createdAt: true } as const;
  const found = await req.payload.db.find({ collection, where, limit: 0, pagination: false, select, req });
  return new Set(found.docs.map(({ id }) => String(id)));
};

/** Ids that a document names and the person must not know of. */
export const hiddenIds = async (req: PayloadRequest, doc: Readonly<Doc>): Promise<Set<string>> => {
  const hidden = new Set<string>();
  for (const [collection, ids] of namedIds(doc)) {
    const seen = await readable(req, collection, ids);
    for (const id of ids) if (!seen.has(id)) hidden.add(id);
  }
  return hidden;
};

const node = z.looseObject({
  type: z.string(),
  children: z.array(z.unknown()).optional(),
  fields: z.looseObject({}).optional(),
});

/** A part of a text without what must not be named: pictures go, links leave their words behind. */
export const stripped = (value: unknown, hidden: ReadonlySet<string>): unknown[] => {
  const read = node.safeParse(value);
  if (!read.success) return [value];
  const { children, fields, ...rest } = read.data;
  const inner = children?.flatMap((child) => stripped(child, hidden));
  const own = referencesInBody({ root: { children: [{ ...rest, fields, children: [] }] } });
  const isHidden = own.some(({ id }) => hidden.has(id));
  if (isHidden && rest.type !== 'block') return inner ?? [];
  if (isHidden && fields?.blockType === 'picture') return [];
  const content = fields?.content === undefined ? {} : { content: strippedBody(fields.content, hidden) };
  return [{ ...rest, ...(fields && { fields: { ...fields, ...content } }), ...(inner && { children: inner }) }];
};

/** A text, or the texts of all languages, without what must not be named. */
export const strippedBody = (body: unknown, hidden: ReadonlySet<string>): unknown => {
  if (body === null || typeof body !== 'object') return body;
  if (!('root' in body))
    return Object.fromEntries(Object.entries(body).map(([locale, one]) => [locale, strippedBody(one, hidden)]));
  const root = body.root as { children?: unknown[] };
  return { ...body, root: { ...root, children: (root.children ?? []).flatMap((child) => stripped(child, hidden)) } };
};

/**
 * Takes out of a document what the reader may not know of: a document that was marked higher leaves no id behind in
 * those that name it. Programs of ours, which read past the rules, see everything.
 */
export const hideReferences: CollectionAfterReadHook = async ({ doc, overrideAccess, req }) => {
  if (overrideAccess === true || !req.user) return doc;
  const read: Doc = doc;
  const hidden = await hiddenIds(req, read);
  if (hidden.size === 0) return doc;
  return {
    ...read,
    ...(typeof read.cover === 'string' && hidden.has(read.cover) ? { cover: null } : {}),
    ...(typeof read.within === 'string' && hidden.has(read.within) ? { within: null } : {}),
    ...('body' in read ? { body: strippedBody(read.body, hidden) } : {}),
    ...('shows' in read ? { shows: null } : {}),
  };
};
