import { Failure } from '#errors/failure.ts';
import { maxPieceBytes } from '#media/bounds.ts';
import { questionParameters } from '../archive-screen/question.ts';
import { copyParameters } from '../copies/asked-copies.ts';
import { checkParameters } from '../input/check-parameters.ts';
import { queueParameters } from '../review-queue/queue-endpoints.ts';
import { coverageParameters } from '../translation/coverage/question.ts';
import { memoryParameters } from '../translation/memory/memory-question.ts';
import { languageOf } from '../words/language-of.ts';
import { byStatus } from './failure-of.ts';
import { problemOf, problemResponse } from './problem.ts';

/** Largest body of an ordinary request, in bytes; a body with a picture may be as large as the archive takes. */
const most = 2 * 1024 * 1024;
const mostWithPicture = 201 * 1024 * 1024;
/** A file with all names of a city. */
const mostWithNames = 24 * 1024 * 1024;
/** A pack that a translator brings back, or a file of one. */
const mostWithPack = 32 * 1024 * 1024;

/** What may come at an address, and what is said of more. */
interface Room {
  readonly limit: number;
  readonly refusal: () => Failure;
}

const tooLarge = () => new Failure('request-too-large');
const packTooLarge = () => new Failure('pack-too-large', { megabytes: mostWithPack / 1024 / 1024 });

const roomAt = (path: string): Room =>
  path === '/api/translation/import'
    ? { limit: mostWithPack, refusal: packTooLarge }
    : { limit: most, refusal: tooLarge };

/** Body of a request as it came, with no more bytes than allowed. */
const readBody = async (request: Request, { limit, refusal }: Room): Promise<Uint8Array<ArrayBuffer>> => {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > limit) throw refusal();
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
};

const utf8 = new TextDecoder('utf-8', { fatal: true });

const readText = (bytes: Uint8Array): string => {
  try {
    return utf8.decode(bytes);
  } catch (cause) {
    throw new Failure('text-malformed', { field: '?' }, { cause });
  }
};

/** JSON is always an object here: Payload trips over anything else. */
const refuseOtherThanObject = (text: string): void => {
  try {
    const value: unknown = JSON.parse(text || '{}');
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) return;
  } catch (cause) {
    throw new Failure('body-malformed', {}, { cause });
  }
  throw new Failure('body-malformed');
};

/** Questions too long for an address come as a form with this header, and are looked at like an address. */
const isLongQuestion = (request: Request): boolean =>
  request.headers.get('x-payload-http-method-override') === 'GET' ||
  request.headers.get('x-http-method-override') === 'GET';

const checkText = (request: Request, text: string): void => {
  const type = request.headers.get('content-type') ?? '';
  if (isLongQuestion(request)) checkParameters(new URLSearchParams(text));
  else if (/^application\/json\b/i.test(type)) refuseOtherThanObject(text);
  else throw new Failure('body-malformed');
};

/** A picture on its way in: not held in memory here, but cut off when it grows too large. */
const capped = (request: Request, body: ReadableStream<Uint8Array>, limit: number): Request => {
  let size = 0;
  const counting = new TransformStream<Uint8Array, Uint8Array>({
    transform: (chunk, controller) => {
      size += chunk.byteLength;
      if (size > limit) controller.error(new Failure('request-too-large'));
      else controller.enqueue(chunk);
    },
  });
  const { method, headers, signal } = request;
  const init = { method, headers, signal, body: body.pipeThrough(counting), duplex: 'half' };
  return new Request(request.url, init as RequestInit);
};

/** A form without the word that parts its pieces is none; its reader takes that for a fault of ours. */
const isWholeForm = (type: string): boolean => /^multipart\/form-data; ?boundary=[\w'()+,./:=?-]+$/i.test(type);

/** A piece of a file, in tus 1.0. */
const isPiece = (request: Request, type: string): boolean =>
  request.method === 'PATCH' &&
  type === 'application/offset+octet-stream' &&
  /\/images\/uploads\/[^/]+$/.test(new URL(request.url).pathname);

/** A file of names, as it is. */
const isNames = (request: Request, type: string): boolean =>
  type === 'application/octet-stream' && namesAddress.test(new URL(request.url).pathname);

/** A request whose body has been looked at: not too large, and where it is text it is UTF-8. It ends with whoever sent it. */
const looked = async (request: Request): Promise<Request> => {
  const type = request.headers.get('content-type') ?? '';
  if (isLongQuestion(request) && type !== 'application/x-www-form-urlencoded') throw new Failure('body-malformed');
  if (request.body === null) return request;
  const isForm = /^multipart\//i.test(type);
  if (isForm && !isWholeForm(type)) throw new Failure('body-malformed');
  if (isPiece(request, type)) return capped(request, request.body, maxPieceBytes);
  if (isNames(request, type)) return capped(request, request.body, mostWithNames);
  const isPicture = isForm && /\/images\/(upload|look)$/.test(new URL(request.url).pathname);
  const size = Number(request.headers.get('content-length') ?? 0);
  const usual = roomAt(new URL(request.url).pathname);
  if (size > (isPicture ? mostWithPicture : usual.limit)) throw isPicture ? tooLarge() : usual.refusal();
  if (isPicture) return capped(request, request.body, mostWithPicture);
  const bytes = await readBody(request, usual);
  if (!isForm && bytes.byteLength > 0) checkText(request, readText(bytes));
  const { method, headers, signal } = request;
  return new Request(request.url, { method, headers, signal, body: bytes });
};

/** What the health address answers while the database is silent: for programs, and no refusal. */
const unwell = 503;

/** Refusals that Payload words by itself, in the form that all others have. */
const worded = (response: Response, request: Request): Response => {
  const type = response.headers.get('content-type') ?? '';
  if (response.status < 400 || response.status === unwell || type.startsWith('application/problem+json'))
    return response;
  return refusal(byStatus(response.status), request);
};

const refusal = (failure: Failure, request: Request): Response =>
  problemResponse(problemOf(failure, languageOf({ headers: request.headers, user: null })));

/** Addresses that take a question about the whole archive, about all translations, or of translation memory. */
const archiveAddress = /^\/api\/images\/archive\/[a-z]+$/;
const copiesAddress = /^\/api\/copy-register(\/csv)?$/;
const coverageAddress = /^\/api\/translation\/coverage(\.csv)?$/;
const packAddress = /^\/api\/translation\/pack$/;
const memoryAddress = /^\/api\/translation\/(memory|concordance)$/;

const queueAddress = /^\/api\/images\/review-queue\/[a-z]+$/;

const previewAddress = /^\/api\/preview\/[a-z]+\/[^/]+$/;
const namesAddress = /^\/api\/concepts\/import$/;

/** Names of parameters that an address takes besides the usual ones. */
const parametersAt = (path: string): readonly string[] => {
  if (archiveAddress.test(path)) return questionParameters;
  if (coverageAddress.test(path)) return coverageParameters;
  if (copiesAddress.test(path)) return copyParameters;
  if (queueAddress.test(path)) return queueParameters;
  if (packAddress.test(path)) return [...coverageParameters, 'to', 'documents'];
  if (namesAddress.test(path)) return ['name', 'seen'];
  if (previewAddress.test(path)) return ['script'];
  return memoryAddress.test(path) ? memoryParameters : [];
};

/** An address that Payload would look up where every object of JavaScript has something by that name. */
const isOfEveryObject = (path: string): boolean => {
  const name = path.split('/')[2] ?? '';
  try {
    return decodeURIComponent(name) in Object.prototype;
  } catch {
    return false;
  }
};

/**
 * The studio's REST door. Refuses what is too large, no text or asked by an unknown name before Payload reads it, and
 * sees to it that every refusal is a problem with a code.
 */
export const throughTheDoor = async (
  request: Request,
  answer: (request: Request) => Promise<Response>,
): Promise<Response> => {
  try {
    const { pathname, searchParams } = new URL(request.url);
    if (isOfEveryObject(pathname)) throw new Failure('not-found');
    checkParameters(searchParams, parametersAt(pathname));
    return worded(await answer(await looked(request)), request);
  } catch (error) {
    if (error instanceof Failure) return refusal(error, request);
    throw error;
  }
};
