import { addDataAndFileToRequest, type Endpoint, type PayloadRequest } from 'payload';
import { z } from 'zod';
import { Failure } from '#errors/failure.ts';
import { isStudioLocale, type StudioLocale, toPublicLocale } from '#languages/locales.ts';
import { answering, problemFor } from '../../endpoints/after-error.ts';
import { signedIn } from '../../endpoints/signed-in.ts';
import { streamed } from '../../endpoints/streamed.ts';
import { noteLeaving, takingDoor, whoTakes } from '../../endpoints/who-takes.ts';
import { clean } from '../../input/clean.ts';
import { languageOf } from '../../words/language-of.ts';
import { readQuestion } from '../coverage/question.ts';
import { sightOf } from '../coverage/sight.ts';
import { settledCoverage } from '../coverage/studio-coverage.ts';
import type { DocumentName } from '../document.ts';
import { placeIn } from '../place-in.ts';
import { registryOf } from '../terms/registry.ts';
import { isTranslatedCollection } from '../translated-collections.ts';
import { type Asker, asPerson } from './asker.ts';
import { choices, type Read, readAll, takeChosen } from './bring.ts';
import { openHelps } from './helps.ts';
import { type Looked, lookAt, type Refused } from './look.ts';
import { checkOne, makePack } from './make-pack.ts';
import { openBytes } from './packed-files.ts';
import { tellPlan, tellProblem } from './tell-plan.ts';

const noStore = { 'Cache-Control': 'private, no-store' };

const mostTaken = 2000;

const attached = (req: PayloadRequest, bytes: AsyncGenerator<Buffer, void>, name: string): Response => {
  const body = streamed(req, bytes, 'a pack of translations');
  const headers = { 'Content-Type': 'application/zip', 'Content-Disposition': `attachment; filename="${name}.zip"` };
  return new Response(body, { headers: { ...noStore, ...headers } });
};

const fileOf = (to: StudioLocale): string => `translations-${toPublicLocale(to)}`;

const packFor = async (
  req: PayloadRequest,
  asker: Asker,
  names: Iterable<DocumentName>,
  to: StudioLocale,
): Promise<AsyncGenerator<Buffer, void>> =>
  makePack(req, {
    ...{ asker, names, to, language: languageOf(req), isWanted: () => true },
    helps: await openHelps(req, asker, to),
  });

const one = async (req: PayloadRequest): Promise<Response> => {
  const asker = asPerson(whoTakes(req));
  const { locale, ...name } = placeIn(req);
  await checkOne(req, asker, name, locale);
  await noteLeaving(req, { table: 'pack', collection: name.collection, documentId: name.id });
  const file = `${name.collection}-${name.id.slice(0, 8)}-${toPublicLocale(locale)}`;
  return attached(req, await packFor(req, asker, [name], locale), file);
};

const nameOfRow = (row: string | null | undefined): DocumentName[] => {
  const [collection, id] = row?.split('/') ?? [];
  return isTranslatedCollection(collection) && id ? [{ collection, id }] : [];
};

/** Documents that an address names: `articles:7c9e…,events:12ab…`. @throws Failure `parameter-invalid` */
const namedIn = (list: string): DocumentName[] =>
  list.split(',').map((name) => {
    const [collection, id, ...more] = name.split(':');
    if (!isTranslatedCollection(collection) || !id || id.length > 64 || more.length > 0)
      throw new Failure('parameter-invalid', { parameter: 'documents' });
    return { collection, id };
  });

/** Documents that somebody chose in the table of translations, or everything that it shows for a question, in its order. */
const several = async (req: PayloadRequest): Promise<Response> => {
  const viewer = whoTakes(req);
  const query = new URLSearchParams(req.searchParams);
  const to = query.get('to');
  if (!isStudioLocale(to)) throw new Failure('parameter-invalid', { parameter: 'to' });
  query.delete('to');
  const named = query.get('documents');
  const take = async (names: Iterable<DocumentName>): Promise<Response> => {
    const pack = await packFor(req, asPerson(viewer), names, to);
    await noteLeaving(req, { table: 'pack' });
    return attached(req, pack, fileOf(to));
  };
  if (named !== null) return take(namedIn(named));
  const { question, locale } = readQuestion(query);
  const { ask, index } = await settledCoverage(req.payload);
  const { rows } = ask(question, sightOf(viewer), locale ?? languageOf(req));
  if (rows.length > mostTaken) throw new Failure('pack-too-many', { max: mostTaken });
  return take([...rows].flatMap((row) => nameOfRow(index.columns.ids[row])));
};

const file = z.looseObject({ name: z.string(), data: z.instanceof(Buffer) });
const asked = z.strictObject({ documents: choices.optional() });

/** @throws Failure `field-invalid`, `field-unknown` */
const readSent = async (req: PayloadRequest) => {
  await addDataAndFileToRequest(req);
  const sent = file.safeParse(req.file);
  if (!sent.success || sent.data.data.length === 0) throw new Failure('field-invalid', { field: 'file' });
  const read = asked.safeParse(clean(req.data ?? {}, 'body'));
  if (!read.success) throw new Failure('field-invalid', { field: String(read.error.issues[0]?.path[0] ?? '?') });
  return { name: sent.data.name.slice(-200), bytes: sent.data.data, documents: read.data.documents };
};

const refusedOf = (req: PayloadRequest, { read, place, problems, failure }: Refused) => {
  const language = languageOf(req);
  const told = failure && problemFor(req, failure);
  return {
    ...{ collection: read.collection, id: read.documentId, locale: place?.locale ?? read.targetLocale },
    ...{ title: read.title, file: read.file ?? null, line: read.at.line, column: read.at.column },
    problems: problems.map((found) => tellProblem(language, found)),
    refusal: told && { code: told.code, detail: told.detail },
  };
};

const toldOf = async (req: PayloadRequest, { documents, unread }: Read, asker: Asker) => {
  const language = languageOf(req);
  const { index: names } = await registryOf(req.payload);
  const looked: Looked[] = [];
  for (const document of documents) looked.push(await lookAt(req, asker, document));
  return {
    documents: looked.flatMap((one) => ('plan' in one ? [tellPlan(one.plan, language, names)] : [])),
    refused: looked.flatMap((one) => ('refused' in one ? [refusedOf(req, one.refused)] : [])),
    unread: unread.map(({ file: name, failure }) => {
      const { code, detail } = problemFor(req, failure);
      return { file: name, code, detail };
    }),
  };
};

/** What came back would change; with choices, the change itself. */
const bring = async (req: PayloadRequest): Promise<Response> => {
  const asker = asPerson(signedIn(req));
  const { name, bytes, documents } = await readSent(req);
  await using brought = await openBytes(name, bytes);
  const read = await readAll(brought.files);
  // A single file that cannot be read is refused as itself
  const [fault] = read.unread;
  if (fault && read.documents.length === 0 && brought.files.length === 1) throw fault.failure;
  if (documents === undefined)
    return Response.json({ applied: false, ...(await toldOf(req, read, asker)) }, { headers: noStore });
  const outcomes = await takeChosen(req, asker, read, documents);
  return Response.json({ applied: true, outcomes }, { headers: noStore });
};

/**
 * Doors of those who work away from the desk: `GET /api/translation/:collection/:id/:locale/pack` and `GET /api/translation/pack?to=…`
 * with a question of the table give a pack, `POST /api/translation/import` says what a file or a pack would change and, with choices,
 * changes it.
 */
export const packEndpoints: readonly Endpoint[] = [
  { path: '/translation/pack', method: 'get', handler: takingDoor(several) },
  { path: '/translation/import', method: 'post', handler: answering(bring) },
  { path: '/translation/:collection/:id/:locale/pack', method: 'get', handler: takingDoor(one) },
];
