import type { IncomingMessage, ServerResponse } from 'node:http';
import { acceptsBrotli } from './accept-encoding.ts';
import { isUnchanged } from './conditional.ts';
import { cacheFor, type HeaderList, lastingHeaders } from './headers.ts';

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
  readonly sequence: number;
  readonly contentLanguage?: string;
  readonly link?: string;
}

/** Prepares an answer: all headers are written here, none while it is sent. */
export const prepare = (parts: Parts): Answer => {
  const { bytes, br, contentLanguage, link } = parts;
  const modified = parts.modified === undefined ? Number.POSITIVE_INFINITY : Date.parse(parts.modified);
  // What a client keeps with the body is not repeated in a 304 (RFC 9110, 15.4.5).
  const changing = [
    ...['Access-Control-Allow-Origin', '*', 'Cache-Control', parts.cacheControl ?? cacheFor.content],
    ...['X-Content-Sequence', String(parts.sequence), ...(br ? ['Vary', 'Accept-Encoding'] : [])],
  ];
  const lasting = [
    ...lastingHeaders,
    ...(parts.modified === undefined ? [] : ['Last-Modified', new Date(modified).toUTCString()]),
    ...(contentLanguage ? ['Content-Language', contentLanguage] : []),
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
    weight: bytes.length + (br?.bytes.length ?? 0) + 2000,
  };
};

/** Sends an answer, or 304 where the client holds these very bytes. @returns the status */
export const send = (request: IncomingMessage, response: ServerResponse, answer: Answer): 200 | 304 => {
  const { headers } = request;
  const variant = answer.brotli && acceptsBrotli(headers['accept-encoding']) ? answer.brotli : answer.identity;
  if (isUnchanged(headers, variant.etag, answer.modified)) {
    response.writeHead(304, variant.unchanged as string[]);
    response.end();
    return 304;
  }
  response.writeHead(200, variant.whole as string[]);
  response.end(request.method === 'HEAD' ? undefined : variant.bytes);
  return 200;
};
