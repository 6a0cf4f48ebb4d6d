import { generateAuthenticationOptions, verifyAuthenticationResponse } from '@simplewebauthn/server';
import type { Payload } from 'payload';
import { Failure } from '#errors/failure.ts';
import { changeFactor, confirmedOf, type FactorRow, passkeyRow } from '../factor-rows.ts';
import { alone } from '../prove.ts';
import { readTransports, type ShownPasskey } from './passkey-shapes.ts';
import type { RelyingParty } from './relying-party.ts';

/** @param person whose passkey it has to be; null: whichever the authenticator finds, which says whose it is */
export const askToShow = async (payload: Payload, party: RelyingParty, person: string | null) => {
  const own = person === null ? [] : await confirmedOf(payload, person);
  const allowCredentials = own.flatMap(({ credential, transports }) =>
    credential ? [{ id: credential, transports: readTransports(transports) }] : [],
  );
  return generateAuthenticationOptions({
    ...{ rpID: party.id, userVerification: 'required' },
    ...(person !== null && { allowCredentials }),
  });
};

/** Whoever has not said who they are is told by their authenticator; and whoever is told of has to be right. */
const saysTheSame = ({ response: { userHandle } }: ShownPasskey, owner: string, isAsked: boolean): boolean =>
  userHandle === undefined ? isAsked : Buffer.from(userHandle, 'base64url').toString() === owner;

const signedFor = async (party: RelyingParty, challenge: string, shown: ShownPasskey, row: FactorRow) => {
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response: shown as never,
    ...{ expectedChallenge: challenge, expectedOrigin: party.origin, expectedRPID: party.id },
    requireUserVerification: true,
    credential: {
      id: row.credential ?? '',
      publicKey: new Uint8Array(Buffer.from(row.publicKey ?? '', 'base64url')),
      counter: row.last,
      transports: readTransports(row.transports),
    },
  });
  return verified ? authenticationInfo.newCounter : null;
};

/**
 * Whose passkey has signed a challenge of ours.
 * @param person whose it has to be; null: anybody's
 * @returns the person's id
 * @throws Failure `passkey-failed` where it is not known, somebody else's, signed another challenge or for another address, has not
 *   recognised its person, or counts backwards, as a copy of it would
 */
export const takePasskey = async (
  payload: Payload,
  party: RelyingParty,
  { person, challenge }: { readonly person: string | null; readonly challenge: string },
  shown: ShownPasskey,
): Promise<string> => {
  const known = await passkeyRow(payload, shown.id);
  if (!known?.confirmedAt || (person !== null && known.person !== person)) throw new Failure('passkey-failed');
  if (!saysTheSame(shown, known.person, person !== null)) throw new Failure('passkey-failed');
  return alone(payload, known.person, async () => {
    const row = await passkeyRow(payload, shown.id);
    if (!row) throw new Failure('passkey-failed');
    const counter = await signedFor(party, challenge, shown, row).catch((cause: unknown) => {
      throw new Failure('passkey-failed', {}, { cause });
    });
    if (counter === null) throw new Failure('passkey-failed');
    await changeFactor(payload, row.id, { last: counter, usedAt: new Date().toISOString() });
    return row.person;
  });
};
