import type { Request, Response } from 'express';
import type { Context } from '../../context.ts';
import { type Answer, prepare, send } from '../../http/answer.ts';
import { compress, etagOf } from '../../http/bytes.ts';

/** A document of linked data, before it is known in which of its two types it is wanted. */
export interface LinkedData {
  readonly value: object;
  /** Instant. */
  readonly modified: string;
  readonly link?: string;
}

const plain = 'application/json';

/** The media type of linked data with its context, as the standards want it. */
export const linkedType = (context: string): string => `application/ld+json;profile="${context}"`;

/**
 * Answers with JSON-LD, or with plain JSON for whoever likes that better (IIIF Image API 3.0, 5.1). The bytes are the same;
 * the tags differ, for the answers do.
 * @param jsonLd address of the context
 * @param make called where the answer is not at hand since the last change of content
 */
export const sendLinkedData = (
  context: Context,
  request: Request,
  response: Response,
  jsonLd: string,
  make: () => LinkedData,
): void => {
  const linked = linkedType(jsonLd);
  const contentType = request.accepts([linked, plain]) === plain ? plain : linked;
  // No target of a request holds a space, so this names no other answer
  const key = `${request.url} ${contentType}`;
  const held = context.cache.get(key);
  const answer = held ?? answerOf(context, contentType, make());
  if (!held) context.cache.set(key, answer, answer.weight);
  context.count(send(request, response, answer));
};

const answerOf = (context: Context, contentType: string, { value, modified, link }: LinkedData): Answer => {
  const bytes = Buffer.from(JSON.stringify(value));
  const br = compress(bytes);
  const tagOf = (of: Uint8Array): string => etagOf(Buffer.concat([Buffer.from(contentType), of]));
  return prepare({
    contentType,
    bytes,
    etag: tagOf(bytes),
    br: { bytes: br, etag: tagOf(br) },
    modified,
    vary: 'Accept',
    sequence: context.projection.sequence(),
    ...(link !== undefined && { link }),
  });
};
