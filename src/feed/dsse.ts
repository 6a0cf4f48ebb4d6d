import { type KeyObject, sign, verify } from 'node:crypto';
import { z } from 'zod';
import { Failure } from '#errors/failure.ts';
import { canonicalBytes } from './canonical.ts';
import { keyId } from './keys.ts';
import { parseJson } from './parse-json.ts';

const base64 = /^(?:[A-Za-z0-9+/]*|[A-Za-z0-9_-]*)={0,2}$/;

/** Unknown members are passed over, as the DSSE specification asks; so is `keyid` when it helps nobody. */
const envelope = z.object({
  payloadType: z.string().max(200),
  payload: z.string().regex(base64),
  signatures: z
    .array(z.object({ keyid: z.string().max(500).nullish(), sig: z.string().max(200).regex(base64) }))
    .min(1)
    .max(16),
});

export interface Opened {
  readonly payloadType: string;
  readonly payload: Buffer;
}

/** Pre-authentication encoding of DSSE v1: the bytes that are signed, type and payload each with its length in bytes. */
export const preAuthEncoding = (payloadType: string, payload: Uint8Array): Buffer => {
  const type = Buffer.from(payloadType, 'utf8');
  return Buffer.concat([Buffer.from(`DSSEv1 ${type.length} `), type, Buffer.from(` ${payload.length} `), payload]);
};

/** Signs a payload (Ed25519) and gives the bytes of the envelope file. */
export const sealEnvelope = (payloadType: string, payload: Uint8Array, key: KeyObject): Buffer =>
  canonicalBytes({
    payloadType,
    payload: Buffer.from(payload).toString('base64'),
    signatures: [{ keyid: keyId(key), sig: sign(null, preAuthEncoding(payloadType, payload), key).toString('base64') }],
  });

/**
 * Opens an envelope: nothing of the payload is looked at before one signature of one trusted key holds. `keyid` only
 * says which key to try first.
 *
 * @throws Failure `feed-malformed` when the frame is broken, `feed-signature-bad` when no trusted key has signed.
 */
export const openEnvelope = (bytes: Uint8Array, trust: readonly KeyObject[]): Opened => {
  const frame = envelope.safeParse(parseJson(bytes));
  if (!frame.success) throw new Failure('feed-malformed', { what: 'envelope' }, { cause: frame.error });
  const { payloadType, signatures } = frame.data;
  const payload = Buffer.from(frame.data.payload, 'base64');
  const signed = preAuthEncoding(payloadType, payload);
  const holds = signatures.some(({ keyid, sig }) => {
    const signature = Buffer.from(sig, 'base64');
    const hinted = trust.filter((key) => keyId(key) === keyid);
    const candidates = [...hinted, ...trust.filter((key) => !hinted.includes(key))];
    return candidates.some((key) => key.asymmetricKeyType === 'ed25519' && verify(null, signed, key, signature));
  });
  if (!holds) throw new Failure('feed-signature-bad');
  return { payloadType, payload };
};
