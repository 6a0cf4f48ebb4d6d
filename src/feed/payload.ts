import type { KeyObject } from 'node:crypto';
import { z } from 'zod';
import { Failure } from '#errors/failure.ts';
import { canonicalBytes, sha256Of } from './canonical.ts';
import { type Opened, openEnvelope, peekEnvelope, sealEnvelope } from './dsse.ts';
import { mediumPayload, receiptPayload } from './medium/schemas.ts';
import { parseJson } from './parse-json.ts';
import { attestPayload, checkpointPayload, feedVersion, segmentPayload, snapshotPartPayload } from './schemas.ts';

/** The kinds of signed file. The type is signed too, so that one can never pass for another. */
export const payloadKinds = {
  segment: { type: 'application/vnd.benthanh.feed.segment+json', schema: segmentPayload },
  checkpoint: { type: 'application/vnd.benthanh.feed.checkpoint+json', schema: checkpointPayload },
  audit: { type: 'application/vnd.benthanh.feed.audit+json', schema: attestPayload },
  snapshot: { type: 'application/vnd.benthanh.feed.snapshot+json', schema: snapshotPartPayload },
  medium: { type: 'application/vnd.benthanh.feed.medium+json', schema: mediumPayload },
  receipt: { type: 'application/vnd.benthanh.feed.receipt+json', schema: receiptPayload },
} as const;
export type PayloadKind = keyof typeof payloadKinds;
export type PayloadOf<K extends PayloadKind> = z.infer<(typeof payloadKinds)[K]['schema']>;

export interface Sealed {
  /** Bytes of the envelope file. */
  readonly file: Buffer;
  /** SHA-256 of the payload bytes: what the next link of the chain names. */
  readonly hash: string;
}

/** What a signed file says, and the SHA-256 of its payload. */
interface Told<K extends PayloadKind> {
  readonly value: PayloadOf<K>;
  readonly hash: string;
}

const versioned = z.looseObject({ version: z.int() });

/** Signs a value that already has the shape of its kind. */
export const sealPayload = <K extends PayloadKind>(kind: K, value: PayloadOf<K>, key: KeyObject): Sealed => {
  const payload = canonicalBytes(value);
  return { file: sealEnvelope(payloadKinds[kind].type, payload, key), hash: sha256Of(payload) };
};

/**
 * Reads a signed file: envelope, signature, type, version, shape, in this order.
 *
 * @param needed number of different trusted keys that must have signed it
 * @throws Failure `feed-malformed`, `feed-signature-bad`, `feed-signatures-few`, `feed-version-unknown`.
 */
export const openPayload = <K extends PayloadKind>(
  kind: K,
  bytes: Uint8Array,
  trust: readonly KeyObject[],
  needed = 1,
): Told<K> => readAs(kind, openEnvelope(bytes, trust, needed));

/**
 * Reads a file of one's own that was proved when it came, although a key may have been revoked since: what it says counts
 * as a place that was reached, never as something to show.
 *
 * @throws Failure `feed-malformed`, `feed-version-unknown`.
 */
export const peekPayload = <K extends PayloadKind>(kind: K, bytes: Uint8Array): Told<K> =>
  readAs(kind, peekEnvelope(bytes));

const readAs = <K extends PayloadKind>(kind: K, { payloadType, payload }: Opened): Told<K> => {
  if (payloadType !== payloadKinds[kind].type) throw new Failure('feed-malformed', { what: 'payload-type' });
  const json = parseJson(payload);
  const head = versioned.safeParse(json);
  if (!head.success) throw new Failure('feed-malformed', { what: 'version' }, { cause: head.error });
  if (head.data.version !== feedVersion) throw new Failure('feed-version-unknown', { version: head.data.version });
  const body = payloadKinds[kind].schema.safeParse(json);
  if (!body.success) throw new Failure('feed-malformed', { what: kind }, { cause: body.error });
  return { value: body.data as PayloadOf<K>, hash: sha256Of(payload) };
};
