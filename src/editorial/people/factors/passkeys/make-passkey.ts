import { generateRegistrationOptions, verifyRegistrationResponse } from '@simplewebauthn/server';
import { decodeAttestationObject } from '@simplewebauthn/server/helpers';
import type { Payload, PayloadRequest } from 'payload';
import { Failure } from '#errors/failure.ts';
import type { Account } from '../../sessions/account.ts';
import { addFactor, factorsOf, passkeyRow } from '../factor-rows.ts';
import { note } from '../own-factors.ts';
import { type MadePasskey, readTransports } from './passkey-shapes.ts';
import type { RelyingParty } from './relying-party.ts';

/** Ed25519, ECDSA with P-256, RSA (PKCS #1 v1.5), each with SHA-256: what authenticators have. */
const algorithms = [-8, -7, -257];

/**
 * What a browser is asked to make: a passkey that its authenticator finds by itself and gives out to nobody but whoever it has
 * recognised, by a finger, a face or a PIN. Of the authenticator's make nothing is asked.
 */
export const askToMake = async (payload: Payload, party: RelyingParty, person: Account) => {
  const own = await factorsOf(payload, person.id);
  return generateRegistrationOptions({
    ...{ rpID: party.id, rpName: party.name, userName: person.email, userDisplayName: person.email },
    userID: new Uint8Array(Buffer.from(person.id)),
    attestationType: 'none',
    supportedAlgorithmIDs: algorithms,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    excludeCredentials: own.flatMap(({ credential, transports }) =>
      credential ? [{ id: credential, transports: readTransports(transports) }] : [],
    ),
  });
};

/**
 * A statement of an authenticator's maker was not asked for. Whoever sends one all the same would have us read certificates of theirs,
 * and ask addresses in them.
 */
const makesNoStatement = ({ response }: MadePasskey): boolean =>
  decodeAttestationObject(new Uint8Array(Buffer.from(response.attestationObject, 'base64url'))).get('fmt') === 'none';

const verified = async (party: RelyingParty, challenge: string, made: MadePasskey) => {
  if (!makesNoStatement(made)) return undefined;
  const { registrationInfo } = await verifyRegistrationResponse({
    response: { ...made, authenticatorAttachment: undefined } as never,
    ...{ expectedChallenge: challenge, expectedOrigin: party.origin, expectedRPID: party.id },
    ...{ requireUserVerification: true, supportedAlgorithmIDs: algorithms },
  });
  return registrationInfo;
};

/**
 * Keeps a passkey that a browser has made for a challenge of ours. The audit log is told first.
 * @returns its id
 * @throws Failure `passkey-failed` where it was made for another challenge, address or installation, without having recognised its
 *   person, or is known already
 */
export const keepPasskey = async (
  req: PayloadRequest,
  party: RelyingParty,
  { person, challenge, name }: { readonly person: string; readonly challenge: string; readonly name: string },
  made: MadePasskey,
): Promise<string> => {
  const info = await verified(party, challenge, made).catch((cause: unknown) => {
    throw new Failure('passkey-failed', {}, { cause });
  });
  if (!info || (await passkeyRow(req.payload, info.credential.id))) throw new Failure('passkey-failed');
  const { id: credential, publicKey, counter } = info.credential;
  await note(req, person, 'add-factor');
  return addFactor(req.payload, {
    ...{ person, kind: 'passkey', name, last: counter, credential },
    publicKey: Buffer.from(publicKey).toString('base64url'),
    transports: made.response.transports ?? [],
    confirmedAt: new Date().toISOString(),
  });
};
