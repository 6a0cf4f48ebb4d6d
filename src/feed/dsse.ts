import { type KeyObject, sign, verify } from 'node:crypto';
import { z } from 'zod';
import { Failure } from '#errors/failure.ts';
import { canonicalBytes } from './canonical.ts';
import { keyId } from './keys.ts';
import { parseJson } from './parse-json.ts';

const base64 = /^(?:[A-Za-z0-9+/]*|[A-Za-z0-9_-]*)={0,2}$/;

const mostSignatures = 16;

/** Unknown members are passed over, as the DSSE specification asks; so is `keyid` when it helps nobody. */
const envelope = z.object({
  payloadType: z.string().max(200),
  payload: z.string().regex(base64),
  signatures: z
    .array(z.object({ keyid: z.string().max(500).nullish(), sig: z.string().max(200).regex(base64) }))
    .min(1)
    .max(mostSignatures),
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

const signatureOf = (payloadType: string, payload: Uint8Array, key: KeyObject) => ({
  keyid: keyId(key),
  sig: sign(null, preAuthEncoding(payloadType, payload), key).toString('base64'),
});

/** Signs a payload (Ed25519) and gives the bytes of the envelope file. */
export const sealEnvelope = (payloadType: string, payload: Uint8Array, key: KeyObject): Buffer =>
  canonicalBytes({
    payloadType,
    payload: Buffer.from(payload).toString('base64'),
    signatures: [signatureOf(payloadType, payload, key)],
  });

const readFrame = (bytes: Uint8Array): z.infer<typeof envelope> => {
  const frame = envelope.safeParse(parseJson(bytes));
  if (!frame.success) throw new Failure('feed-malformed', { what: 'envelope' }, { cause: frame.error });
  return frame.data;
};

/** Names of the trusted keys that have signed, each once, however often it has signed or is trusted. `keyid` is not asked. */
const signersOf = (frame: z.infer<typeof envelope>, trust: readonly KeyObject[]): Set<string> => {
  const signed = preAuthEncoding(frame.payloadType, Buffer.from(frame.payload, 'base64'));
  const has = (key: KeyObject) =>
    key.asymmetricKeyType === 'ed25519' &&
    frame.signatures.some(({ sig }) => verify(null, signed, key, Buffer.from(sig, 'base64')));
  return new Set(trust.filter(has).map(keyId));
};

/**
 * Adds the signature of another key to an envelope; payload and signatures that are there stay as they are.
 *
 * @param trust keys that readers trust: only one of them adds anything
 * @throws Failure `feed-signature-bad` where nobody trusted has signed yet, `key-adds-nothing` for a key that is not
 * trusted or has signed already, `feed-malformed`
 */
export const countersignEnvelope = (bytes: Uint8Array, key: KeyObject, trust: readonly KeyObject[]): Buffer => {
  const frame = readFrame(bytes);
  const signers = signersOf(frame, trust);
  if (signers.size === 0) throw new Failure('feed-signature-bad');
  if (signers.has(keyId(key)) || !trust.some((each) => keyId(each) === keyId(key)))
    throw new Failure('key-adds-nothing', { key: keyId(key) });
  const { payloadType, payload, signatures } = frame;
  const added = signatureOf(payloadType, Buffer.from(payload, 'base64'), key);
  return canonicalBytes({ payloadType, payload, signatures: [...signatures.map(withoutEmpty), added] });
};

/**
 * Puts the signature of one key in the place of another's; the payload, and what other keys have signed, stays as it is.
 *
 * @param trust keys of which one has to have signed: what nobody trusted has signed gets no new signature
 * @throws Failure `feed-signature-bad`, `feed-malformed`
 */
export const resignEnvelope = (
  bytes: Uint8Array,
  { from, to, trust }: { readonly from: KeyObject; readonly to: KeyObject; readonly trust: readonly KeyObject[] },
): Buffer => {
  const frame = readFrame(bytes);
  if (signersOf(frame, trust).size === 0) throw new Failure('feed-signature-bad');
  const { payloadType, payload } = frame;
  const signed = preAuthEncoding(payloadType, Buffer.from(payload, 'base64'));
  const isOthers = ({ sig }: { sig: string }) =>
    [from, to].every((key) => !verify(null, signed, key, Buffer.from(sig, 'base64')));
  const others = frame.signatures.filter(isOthers).map(withoutEmpty);
  const own = signatureOf(payloadType, Buffer.from(payload, 'base64'), to);
  return canonicalBytes({ payloadType, payload, signatures: [own, ...others].slice(0, mostSignatures) });
};

/** JSON has no word for what is undefined. */
const withoutEmpty = ({ keyid, sig }: { keyid?: string | null | undefined; sig: string }) =>
  keyid === undefined ? { sig } : { keyid, sig };

/**
 * What an envelope says, whoever has signed it: for files of one's own that were proved when they came.
 * @throws Failure `feed-malformed`
 */
export const peekEnvelope = (bytes: Uint8Array): Opened => {
  const { payloadType, payload } = readFrame(bytes);
  return { payloadType, payload: Buffer.from(payload, 'base64') };
};

/**
 * Opens an envelope: nothing of the payload is looked at before signatures of enough trusted keys hold. `keyid` is a hint
 * and proves nothing.
 *
 * @param needed number of different trusted keys that must have signed
 * @throws Failure `feed-malformed` when the frame is broken, `feed-signature-bad` when no trusted key has signed,
 * `feed-signatures-few` when some have, and not enough.
 */
export const openEnvelope = (bytes: Uint8Array, trust: readonly KeyObject[], needed = 1): Opened => {
  const frame = readFrame(bytes);
  const { size: found } = signersOf(frame, trust);
  if (found === 0) throw new Failure('feed-signature-bad');
  if (found < needed) throw new Failure('feed-signatures-few', { found, needed });
  return { payloadType: frame.payloadType, payload: Buffer.from(frame.payload, 'base64') };
};
