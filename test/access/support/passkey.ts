import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import type { Caller } from '../../support/studio-caller.ts';

/** What an authenticator or its browser says that is not so. */
export interface Lie {
  readonly origin?: string;
  readonly rpId?: string;
  readonly challenge?: string;
  readonly type?: string;
  /** False: it has not recognised its person. */
  readonly recognised?: boolean;
  readonly counter?: number;
  readonly userHandle?: string | null;
  /** A statement of its maker, which was not asked for. */
  readonly format?: string;
  readonly signature?: Buffer;
}

interface Options {
  readonly challenge: string;
}

/** An authenticator as a program: a key of P-256 that counts and signs as WebAuthn says, with code of nobody’s but Node. */
export interface Passkey {
  readonly id: string;
  make(options: Options, lie?: Lie): object;
  show(options: Options, lie?: Lie): object;
}

const sha256 = (data: string | Buffer): Buffer => createHash('sha256').update(data).digest();
const u32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};
const hex = (text: string): Buffer => Buffer.from(text.replaceAll(' ', ''), 'hex');
/** A CBOR text shorter than 24 letters. */
const text = (value: string): Buffer => Buffer.concat([Buffer.from([0x60 + value.length]), Buffer.from(value)]);

/** Present: 1; recognised: 4; a new key follows: 64. */
const flagsOf = (lie: Lie, isNew: boolean): Buffer =>
  Buffer.from([1 | (lie.recognised === false ? 0 : 4) | (isNew ? 64 : 0)]);

/** A statement that the key makes of itself: ES256 and a signature. */
const statement = (signature: Buffer): Buffer =>
  Buffer.concat([hex('a2'), text('alg'), hex('26'), text('sig'), Buffer.from([0x58, signature.length]), signature]);

const attestation = (data: Buffer, format: string, said: Buffer): Buffer => {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(data.length);
  const head = [hex('a3'), text('fmt'), text(format), text('attStmt'), said, text('authData'), hex('59')];
  return Buffer.concat([...head, length, data]);
};

/** @param owner id of the person for whom it is made, which it tells with each signature */
export const passkeyOf = (owner: string, { origin = 'http://studio.test', rpId = 'studio.test' } = {}): Passkey => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const id = randomBytes(32);
  let counter = 0;
  const coordinate = (label: string, value: string) =>
    Buffer.concat([hex(`${label} 5820`), Buffer.from(value, 'base64url')]);
  const key = Buffer.concat([hex('a5 0102 0326 2001'), coordinate('21', x), coordinate('22', y)]);
  const clientData = (type: string, options: Options, lie: Lie) =>
    Buffer.from(
      JSON.stringify({
        ...{ type: lie.type ?? type, challenge: lie.challenge ?? options.challenge },
        ...{ origin: lie.origin ?? origin, crossOrigin: false },
      }),
    );
  const head = (lie: Lie, isNew: boolean) =>
    Buffer.concat([sha256(lie.rpId ?? rpId), flagsOf(lie, isNew), u32(lie.counter ?? counter)]);
  const named = { id: id.toString('base64url'), rawId: id.toString('base64url'), type: 'public-key' };
  return {
    id: named.id,
    make: (options, lie = {}) => {
      const data = Buffer.concat([head(lie, true), Buffer.alloc(16), hex('0020'), id, key]);
      const client = clientData('webauthn.create', options, lie);
      const said = lie.format
        ? statement(sign('sha256', Buffer.concat([data, sha256(client)]), privateKey))
        : hex('a0');
      const response = {
        clientDataJSON: client.toString('base64url'),
        attestationObject: attestation(data, lie.format ?? 'none', said).toString('base64url'),
        transports: ['internal'],
      };
      return { ...named, response, clientExtensionResults: {} };
    },
    show: (options, lie = {}) => {
      counter += 1;
      const client = clientData('webauthn.get', options, lie);
      const data = head(lie, false);
      const signature = lie.signature ?? sign('sha256', Buffer.concat([data, sha256(client)]), privateKey);
      const handle = lie.userHandle === undefined ? owner : lie.userHandle;
      const response = {
        clientDataJSON: client.toString('base64url'),
        authenticatorData: data.toString('base64url'),
        signature: signature.toString('base64url'),
        ...(handle !== null && { userHandle: Buffer.from(handle).toString('base64url') }),
      };
      return { ...named, response, clientExtensionResults: {} };
    },
  };
};

/** Sets one up as a browser does for its person. */
export const addPasskey = async (person: Caller, passkey: Passkey, lie: Lie = {}, name = 'Điện thoại') => {
  const { ticket, options } = (await person.post('/api/account/passkeys/challenge')).body;
  return person.post('/api/account/passkeys', { ticket, name, made: passkey.make(options, lie) });
};

/** Signs in by a passkey alone. */
export const enterBy = async (nobody: Caller, passkey: Passkey, lie: Lie = {}) => {
  const { ticket, options } = (await nobody.post('/api/users/login/passkey-challenge')).body;
  return nobody.post('/api/users/login/passkey', { ticket, shown: passkey.show(options, lie) });
};
