import type { IncomingMessage, ServerResponse } from 'node:http';
import { acceptsBrotli } from './accept-encoding.ts';
import { isUnchanged } from './conditional.ts';
import { cacheFor, type HeaderList, lastingHeaders, pageHeaders } from './headers.ts';
import { isSameWhole, partOf } from './range.ts';

/** One encoding of an answer, ready to leave. */
interface Variant {
  readonly bytes: Buffer;
  readonly etag: string;
  readonly whole: HeaderList;
  readonly unchanged: HeaderList;
}

/** An answer with nothing left to do but to choose its encoding. */
export interface Answer {
  readonly identity: Variant;
  readonly brotli: Variant | null;
  /** Milliseconds since 1970; infinite where no date is known, so that no date matches. */
  readonly modified: number;
  /** Whether parts of it may be asked for. */
  readonly inParts: boolean;
  /** What it weighs in a cache. */
  readonly weight: number;
}

export interface Parts {
  readonly contentType: string;
  readonly bytes: Buffer;
  readonly etag: string;
  readonly br?: { readonly bytes: Buffer; readonly etag: string };
  /** Instant; without it the answer has no date. */
  readonly modified?: string;
  readonly cacheControl?: string;
  /** Left out where the answer has nothing to do with content. */
  readonly sequence?: number;
  readonly contentLanguage?: string;
  readonly link?: string;
  /** Header of the request, beside `Accept-Encoding`, by which the answer was chosen. */
  readonly vary?: string;
  readonly inParts?: boolean;
  /** Headers that only this address has. */
  readonly own?: HeaderList;
  /** What may run in a page, and where from. Nothing may where this is left out. */
  readonly policy?: string;
}

const policyOf = (policy: string): HeaderList => ['Content-Security-Policy', policy, 'Referrer-Policy', 'no-referrer'];

/** Prepares an answer: all headers are written here, none while it is sent. */
export const prepare = (parts: Parts): Answer => {
  const { bytes, br, contentLanguage, link } = parts;
  const modified = parts.modified === undefined ? Number.POSITIVE_INFINITY : Date.parse(parts.modified);
  const varies = [...(parts.vary ? [parts.vary] : []), ...(br ? ['Accept-Encoding'] : [])];
  // What a client keeps with the body is not repeated in a 304 (RFC 9110, 15.4.5).
  const changing = [
    ...['Access-Control-Allow-Origin', '*', 'Cache-Control', parts.cacheControl ?? cacheFor.content],
    ...(parts.sequence === undefined ? [] : ['X-Content-Sequence', String(parts.sequence)]),
    ...(varies.length > 0 ? ['Vary', varies.join(', ')] : []),
  ];
  const lasting = [
    ...(parts.policy === undefined ? lastingHeaders : [...pageHeaders, ...policyOf(parts.policy)]),
    ...(parts.modified === undefined ? [] : ['Last-Modified', new Date(modified).toUTCString()]),
    ...(contentLanguage ? ['Content-Language', contentLanguage] : []),
    ...(parts.inParts ? ['Accept-Ranges', 'bytes'] : []),
    ...(parts.own ?? []),
  ];
  const variant = (of: Buffer, etag: string, extra: HeaderList): Variant => {
    const head = ['Content-Type', parts.contentType, 'Content-Length', String(of.length), ...extra];
    return {
      bytes: of,
      etag,
      whole: [...head, ...changing, 'ETag', etag, ...lasting, ...(link ? ['Link', link] : [])],
      unchanged: [...changing, 'ETag', etag],
    };
  };
  return {
    identity: variant(bytes, parts.etag, []),
    brotli: br ? variant(br.bytes, br.etag, ['Content-Encoding', 'br']) : null,
    modified,
    inParts: parts.inParts === true,
    weight: bytes.length + (br?.bytes.length ?? 0) + 2000,
  };
};

/** Sends the part that was asked for. @returns the status; null where the whole is to be sent */
const sendPart = (request: IncomingMessage, response: ServerResponse, answer: Answer): number | null => {
  const { range, 'if-range': ifRange } = request.headers;
  const { bytes, etag, whole, unchanged } = answer.identity;
  if (range === undefined || request.method !== 'GET' || !isSameWhole(ifRange, etag, answer.modified)) return null;
  const part = partOf(range, bytes.length);
  if (part === null) return null;
  if (part === 'unsatisfiable') {
    response.writeHead(416, [...unchanged, 'Content-Range', `bytes */${bytes.length}`, 'Content-Length', '0']).end();
    return 416;
  }
  const { first, last } = part;
  const about = ['Content-Range', `bytes ${first}-${last}/${bytes.length}`, 'Content-Length', String(last - first + 1)];
  // The first four are type and length of the whole.
  response.writeHead(206, [...whole.slice(0, 2), ...about, ...whole.slice(4)]);
  response.end(bytes.subarray(first, last + 1));
  return 206;
};

/** Sends an answer, a part of it, or 304 where the client holds these very bytes. @returns the status */
export const send = (request: IncomingMessage, response: ServerResponse, answer: Answer): number => {
  const { headers } = request;
  const variant = answer.brotli && acceptsBrotli(headers['accept-encoding']) ? answer.brotli : answer.identity;
  if (isUnchanged(headers, variant.etag, answer.modified)) {
    response.writeHead(304, variant.unchanged as string[]);
    response.end();
    return 304;
  }
  const status = answer.inParts ? sendPart(request, response, answer) : null;
  if (status !== null) return status;
  response.writeHead(200, variant.whole as string[]);
  response.end(request.method === 'HEAD' ? undefined : variant.bytes);
  return 200;
};
