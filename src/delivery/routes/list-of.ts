import type { Request, Response } from 'express';
import { z } from 'zod';
import type { RecordType } from '#record/common.ts';
import type { Context } from '../context.ts';
import { type Answer, prepare, send } from '../http/answer.ts';
import { compress, etagOf } from '../http/bytes.ts';
import { cursor, fallback, limit, locale, updatedSince } from '../http/parameters.ts';
import { ParameterFailure, readQuery } from '../http/query.ts';
import { exampleList } from '../openapi/examples.ts';
import { type ListQuery, listDocuments, type Page } from '../projection/list-documents.ts';
import type { Sort } from '../projection/list-order.ts';
import type { Filters } from '../projection/list-query.ts';
import { collectionOf } from '../views/hrefs.ts';
import { localeOf } from './locale.ts';
import { type Kind, meta } from './one-document.ts';
import { also, conditions, ok } from './responses.ts';
import type { Route } from './route.ts';

type FilterShape = Partial<Record<keyof Filters, z.ZodType<string | undefined>>>;

const querySchema = (filters: FilterShape, sorts: readonly [Sort, ...Sort[]]) => {
  const sort = z
    .enum(sorts)
    .default(sorts[0])
    .meta({ description: `Order of the list; \`${sorts[0]}\` when none is given` });
  return z.strictObject({ ...filters, updatedSince, sort, fallback, limit, cursor });
};

const bytesOf = (page: Page, pageLimit: number, sequence: number): Buffer => {
  const parts: Uint8Array[] = [Buffer.from('{"data":[')];
  for (const [index, card] of page.cards.entries()) parts.push(...(index > 0 ? [comma, card] : [card]));
  const end = { page: { next: page.next, limit: pageLimit }, meta: { sequence } };
  parts.push(Buffer.from(`],${JSON.stringify(end).slice(1)}`));
  return Buffer.concat(parts);
};
const comma = Buffer.from(',');

const assemble = (context: Context, query: ListQuery): Answer => {
  const page = listDocuments(context.store, query, new Date().toISOString());
  const kind = context.store.sql('SELECT sequence, modified FROM kind WHERE type = ?').get(query.type);
  const bytes = bytesOf(page, query.limit, Number(kind?.sequence ?? 0));
  const br = compress(bytes);
  return prepare({
    contentType: 'application/json',
    bytes,
    etag: etagOf(bytes),
    br: { bytes: br, etag: etagOf(br) },
    modified: String(kind?.modified ?? new Date(0).toISOString()),
    sequence: context.projection.sequence(),
    contentLanguage: (page.served.length > 0 ? page.served : [query.locale]).join(', '),
  });
};

const answerList = (
  context: Context,
  { type, as }: Pick<ListOf, 'type' | 'as'>,
  schema: ReturnType<typeof querySchema>,
  request: Request,
  response: Response,
): void => {
  const requested = localeOf(context, request, response);
  if (!requested) return;
  const { sort, fallback, limit, cursor, ...rest } = readQuery(request.url, schema);
  // Spreading a partial shape into the schema loses the types that the shape declares.
  const filters: Filters = { ...(rest as Filters), ...(as && { kind: as.kind }) };
  if (sort === 'album' && filters.album === undefined)
    throw new ParameterFailure([{ parameter: 'sort', code: 'parameter-invalid' }]);
  context.projection.requireReady();
  const answer = assemble(context, { type, locale: requested, fallback, filters, sort, limit, cursor });
  context.cache.set(request.url, answer, answer.weight);
  context.count(send(request, response, answer));
};

interface ListOf {
  readonly type: RecordType;
  /** What a card looks like. */
  readonly schema: z.ZodType;
  readonly filters: FilterShape;
  /** The first one is the default. */
  readonly sorts: readonly [Sort, ...Sort[]];
  /** Only those of a kind, and how the reference calls them. */
  readonly as?: Kind & { readonly operation: string; readonly called: string };
}

const pageInfo = z
  .strictObject({
    next: z
      .string()
      .nullable()
      .meta({ description: 'Pass it on as `cursor` for the next page; null: this is the last' }),
    limit: z.int(),
  })
  .meta({ id: 'Page' });

/** The list of all documents of a type. */
export const listOf = ({ type, schema, filters, sorts, as }: ListOf): Route => {
  const query = querySchema(filters, sorts);
  const collection = as?.collection ?? collectionOf(type);
  const operation = `list${collection.charAt(0).toUpperCase()}${collection.slice(1)}`;
  return {
    path: `/v1/{locale}/${collection}`,
    operation: {
      operationId: as?.operation ?? operation,
      tags: [collection],
      summary: `List of ${as?.called ?? collection}`,
      requestParams: { path: z.object({ locale }), query, header: conditions },
      responses: {
        200: ok('A page of cards', z.strictObject({ data: z.array(schema), page: pageInfo, meta }), exampleList(type)),
        ...also(304, 308, 404, 503),
      },
    },
    handler: (context) => (request, response) =>
      answerList(context, { type, ...(as && { as }) }, query, request, response),
  };
};
