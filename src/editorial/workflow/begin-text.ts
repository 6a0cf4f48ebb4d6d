import { randomUUID } from 'node:crypto';
import type { PayloadRequest } from 'payload';
import { joinOf, type Marking } from '#access/level.ts';
import { type StudioLocale, studioLocales } from '#languages/locales.ts';
import { kindOf, type TextCollection } from './content-changes.ts';
import { checkHappening } from './happening.ts';
import { checkReferences } from './level-rule.ts';
import { makeMarking, readMarking } from './marking-store.ts';
import type { OwnGround } from './own-grounds.ts';
import { imagesInBody, referencesOf } from './references.ts';
import { chooseSlug } from './slug-rule.ts';

type Doc = Record<string, unknown>;

export interface Beginning {
  readonly req: PayloadRequest;
  readonly collection: TextCollection;
  readonly locale: StudioLocale;
  readonly data: Doc;
  /** Marking of the document that this one is a copy of. */
  readonly derivedFrom: string | null;
}

const internal: Marking = { level: 'internal', compartments: [] };

/** What a new text document is: its own random id, a marking of its own, its first author, and nothing published. */
export const beginText = async ({ req, collection, locale, data, derivedFrom }: Beginning): Promise<Doc> => {
  checkHappening(data);
  const id = randomUUID();
  const by = req.user ? String(req.user.id) : null;
  const source = derivedFrom === null ? null : await readMarking(req, derivedFrom);
  const level = joinOf([internal, ...(source ? [source] : [])]);
  await checkReferences(req, referencesOf(data), level);
  const title = typeof data.title === 'string' ? data.title : '';
  const { slug } = await chooseSlug(req, {
    collection,
    kind: kindOf[collection],
    hasDrafts: true,
    id,
    locale,
    wanted: typeof data.slug === 'string' && derivedFrom === null ? data.slug : '',
    title,
    before: { slug: '', title: '' },
    isFixed: false,
    mayMoveFixed: false,
  });
  const basis: OwnGround = source ? 'derived' : 'new';
  const marking = await makeMarking(req, { type: collection, id }, level, { by, basis });
  const written = derivedFrom === null ? [locale] : studioLocales;
  return {
    ...data,
    id,
    slug,
    shows: imagesInBody(data.body),
    source: data.source ?? locale,
    appearsAt: null,
    vanishesAt: null,
    marking,
    createdBy: by,
    revision: 1,
    authors: by === null ? {} : Object.fromEntries(written.map((one) => [one, [by]])),
    formerSlugs: {},
    firstPublished: {},
    lastPublished: {},
    publishedBy: {},
  };
};
