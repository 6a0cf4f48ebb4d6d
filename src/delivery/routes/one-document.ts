import type { Request, Response } from 'express';
import { z } from 'zod';
import { Failure } from '#errors/failure.ts';
import type { PublicLocale } from '#languages/locales.ts';
import type { RecordType } from '#record/common.ts';
import type { Context } from '../context.ts';
import { type Answer, prepare, send } from '../http/answer.ts';
import { fallback, idOrSlug, locale } from '../http/parameters.ts';
import { queryOf, readQuery } from '../http/query.ts';
import { exampleDocument } from '../openapi/examples.ts';
import { findDocument } from '../projection/find-document.ts';
import { collectionOf } from '../views/hrefs.ts';
import { localeOf, redirect } from './locale.ts';
import { also, conditions, ok } from './responses.ts';
import type { Route } from './route.ts';

const query = z.strictObject({ fallback });

export const meta = z.strictObject({
  sequence: z.int().meta({ description: 'Number of the newest entry of the feed that shows in this answer' }),
});

const read = (context: Context, key: number, served: PublicLocale): Answer => {
  const row = context.store.sql('SELECT modified, link, etag, body, br_etag, br FROM answer WHERE card = ?').get(key);
  if (!row) throw new Failure('not-found');
  return prepare({
    contentType: 'application/json',
    bytes: Buffer.from(row.body as Uint8Array),
    etag: String(row.etag),
    br: { bytes: Buffer.from(row.br as Uint8Array), etag: String(row.br_etag) },
    modified: String(row.modified),
    sequence: context.projection.sequence(),
    contentLanguage: served,
    link: String(row.link),
  });
};

/** Some documents of a type, under an address of their own. */
export interface Kind {
  readonly collection: string;
  /** What such a document has in the column `kind`. */
  readonly kind: string;
}

const isOfKind = (context: Context, key: number, kind: string): boolean =>
  context.store.sql('SELECT 1 FROM card WHERE key = ? AND kind = ?').get(key, kind) !== undefined;

const answerOne = (
  context: Context,
  { type, as }: Pick<OneDocument, 'type' | 'as'>,
  request: Request,
  response: Response,
): void => {
  const requested = localeOf(context, request, response);
  if (!requested) return;
  const wishes = readQuery(request.url, query);
  context.projection.requireReady();
  const wanted = {
    type,
    locale: requested,
    fallback: wishes.fallback === 'chain',
    key: String(request.params.idOrSlug),
  };
  const found = findDocument(context.store, wanted, context.fallback, new Date().toISOString());
  if (found.outcome === 'moved') {
    const search = queryOf(request.url);
    const path = `/v1/${requested}/${as?.collection ?? collectionOf(type)}/${found.slug}`;
    redirect(context, response, 301, search ? `${path}?${search}` : path);
    return;
  }
  if (found.outcome === 'withdrawn') throw new Failure('withdrawn');
  if (found.outcome === 'missing') throw new Failure('not-found');
  if (as && !isOfKind(context, found.key, as.kind)) throw new Failure('not-found');
  const answer = read(context, found.key, found.served);
  context.cache.set(request.url, answer, answer.weight);
  context.count(send(request, response, answer));
};

interface OneDocument {
  readonly type: RecordType;
  readonly schema: z.ZodType;
  readonly name: string;
  /** Only those of a kind, and how the reference calls one. */
  readonly as?: Kind & { readonly called: string };
}

/** The address of one document of a type. */
export const oneDocument = ({ type, schema, name, as }: OneDocument): Route => {
  const [collection, called] = [as?.collection ?? collectionOf(type), as?.called ?? name.toLowerCase()];
  return {
    path: `/v1/{locale}/${collection}/{idOrSlug}`,
    operation: {
      operationId: `get${name}`,
      tags: [collection],
      summary: `One ${called} by id or slug`,
      requestParams: { path: z.object({ locale, idOrSlug }), query, header: conditions },
      responses: {
        200: ok(`The ${called}, whole, in one language`, z.strictObject({ data: schema, meta }), exampleDocument(type)),
        ...also(301, 304, 308, 404, 410, 503),
      },
    },
    handler: (context) => (request, response) => answerOne(context, { type, ...(as && { as }) }, request, response),
  };
};
