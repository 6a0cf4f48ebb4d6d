import type {
  CollectionAfterChangeHook,
  CollectionBeforeChangeHook,
  CollectionBeforeDeleteHook,
  CollectionBeforeOperationHook,
  CollectionConfig,
  PayloadRequest,
} from 'payload';
import { z } from 'zod';
import type { Viewer } from '#access/viewer.ts';
import { viewerOf } from '#collections/viewer-of.ts';
import { Failure } from '#errors/failure.ts';
import { beginText } from './begin-text.ts';
import { clearAway } from './clear-away.ts';
import type { TextCollection } from './content-changes.ts';
import { hideReferences } from './hide-references.ts';
import { intentOf, localeOf, notedIntent, noteIntent } from './intent.ts';
import { readMarking } from './marking-store.ts';
import { noteDeletion } from './note-deletion.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { checkPublisher, publishText } from './publish-text.ts';
import type { ReleaseRules } from './release-images.ts';
import { type Save, saveText } from './save-text.ts';
import { textFacts } from './text-facts.ts';
import { publishedLocales, unpublishText } from './unpublish-text.ts';

const derived = 'derivedFrom';
const putBackKey = 'putBack';

const creation = z.looseObject({
  data: z.looseObject({ _status: z.unknown().optional(), source: z.unknown().optional() }),
  duplicateFromID: z.string().nullish(),
});

/** Somebody, or null for a program of ours that acts in nobody's name. */
const somebody = (req: PayloadRequest): Viewer | null => viewerOf(req.user);

/** A new document is a draft in one language; publishing it is another person's act. */
const beforeCreate = (args: unknown, req: PayloadRequest) => {
  const { data, duplicateFromID, ...rest } = creation.parse(args);
  if (data._status === 'published') throw new Failure('publish-own-text');
  const locale = localeOf(req.locale);
  req.context[derived] = duplicateFromID ?? null;
  const begun = { ...data, _status: 'draft', ...(duplicateFromID ? {} : { source: data.source ?? locale }) };
  return { ...rest, duplicateFromID, data: begun, draft: true, publishAllLocales: false };
};

/** What was meant decides which stock operation runs: what does not ask for publication is a draft. */
const beforeUpdate = (args: Record<string, unknown>, req: PayloadRequest, collection: string) => {
  const intent = intentOf(args, req);
  noteIntent(req, collection, intent);
  const { _status, revision: _seen, ...data } = args.data as Record<string, unknown>;
  if (intent.verb === 'save') return { ...args, data, draft: true };
  const status = intent.verb === 'publish' ? 'published' : 'draft';
  return { ...args, data: { ...data, _status: status }, draft: false };
};

const beforeOperation: CollectionBeforeOperationHook = ({ args, collection, operation, req }) => {
  // A restored version would bring back an old marking and old statuses: restoring is an operation of ours
  if (operation === 'restoreVersion') throw new Failure('forbidden');
  if (operation === 'create') return beforeCreate(args, req) as unknown as typeof args;
  if (operation === 'update') return beforeUpdate(args as Record<string, unknown>, req, collection.slug) as typeof args;
  return args;
};

const act = async (save: Save, rules: ReleaseRules): Promise<Record<string, unknown>> => {
  if (save.intent.verb === 'publish') return publishText(save, rules);
  if (save.intent.verb === 'save') return saveText(save);
  const { doc, putBack } = await unpublishText(save);
  save.req.context[putBackKey] = putBack;
  return doc;
};

const beforeChange =
  (rules: ReleaseRules): CollectionBeforeChangeHook =>
  async ({ collection: { slug }, data, operation, originalDoc, req }) => {
    const collection = slug as TextCollection;
    if (operation === 'create') {
      const from = req.context[derived] ? textFacts(originalDoc).marking : null;
      return beginText({ req, collection, locale: localeOf(req.locale), data, derivedFrom: from });
    }
    const before: Record<string, unknown> = originalDoc;
    const facts = textFacts(before);
    const intent = notedIntent(req, collection);
    return act({ req, collection, intent, viewer: somebody(req), before, facts, after: data }, rules);
  };

/** Puts back into the draft what must not go out with a withdrawal. */
const afterChange: CollectionAfterChangeHook = async ({ collection, doc, req }) => {
  const putBack = req.context[putBackKey];
  if (!putBack) return doc;
  delete req.context[putBackKey];
  const user = req.user;
  req.user = null;
  try {
    const data = putBack as never;
    await req.payload.update({
      collection: collection.slug as 'articles',
      id: doc.id,
      data,
      draft: true,
      depth: 0,
      overrideAccess: true,
      req,
    });
  } finally {
    req.user = user;
  }
  return doc;
};

/** What is public is taken away only by somebody who could take it back. */
const beforeDelete: CollectionBeforeDeleteHook = async ({ collection: { slug }, id, req }) => {
  const collection = slug as TextCollection;
  const viewer = somebody(req);
  const found: unknown = await req.payload.db.findOne({ collection, where: { id: { equals: id } }, req });
  const locales = publishedLocales(found);
  const facts = textFacts(found);
  const marking = await readMarking(req, facts.marking);
  if (!viewer || locales.length === 0 || !marking) return;
  const intent = { verb: 'unpublish-all', locale: 'vi', expected: null, sent: new Set<string>() } as const;
  checkPublisher(viewer, { req, collection, intent, viewer, before: {}, facts, after: {} }, marking, locales);
};

/**
 * Makes articles and events go the editorial way through every door: drafts by their writers, publication of one
 * language at a time by somebody else, nothing lost between two people.
 */
export const withWorkflow = (collection: CollectionConfig, rules: ReleaseRules): CollectionConfig => ({
  ...collection,
  hooks: {
    ...collection.hooks,
    beforeOperation: [...(collection.hooks?.beforeOperation ?? []), oneAtATime, beforeOperation],
    beforeChange: [beforeChange(rules), ...(collection.hooks?.beforeChange ?? [])],
    afterChange: [...(collection.hooks?.afterChange ?? []), afterChange],
    afterRead: [...(collection.hooks?.afterRead ?? []), hideReferences],
    beforeDelete: [beforeDelete, ...(collection.hooks?.beforeDelete ?? []), noteDeletion],
    afterDelete: [...(collection.hooks?.afterDelete ?? []), clearAway],
  },
});
