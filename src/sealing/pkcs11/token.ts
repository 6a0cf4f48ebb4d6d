import { randomBytes } from 'node:crypto';
import { Failure } from '#errors/failure.ts';
import { sizes } from '../gcm.ts';
import { openOrTell } from './foreign.ts';
import { type Handle, loadNative, type Native } from './native.ts';
import { refusedPins } from './refused-pins.ts';
import { Refused, sessionOf, told } from './session.ts';
import { answers, flags, mechanisms, user } from './standard.ts';
import { type Attribute, anySecretKey, labelled, levelKey, roomForLabel, tokenLabel } from './templates.ts';

/** Where a token is, and what opens it. */
export interface TokenPlace {
  /** Path of the PKCS#11 library. */
  readonly module: string;
  /** Label of the token. */
  readonly token: string;
  /** The PIN, asked for at each log-in and overwritten after it. */
  readonly pin: () => Promise<Uint8Array>;
}

/** A token with keys that never leave it. Its operations follow each other; a session that was lost is opened anew, once. */
export interface Token {
  /** Labels of all secret keys. */
  labels(): Promise<string[]>;
  /** Makes a key of 256 bits for AES. */
  generate(label: string): Promise<void>;
  /** Takes a key away for good; one that is not there is gone already. */
  destroy(label: string): Promise<void>;
  /** AES-256-GCM: the encrypted bytes with the tag behind them; null where there is no such key. */
  encrypt(label: string, nonce: Uint8Array, bound: Uint8Array, plain: Uint8Array): Promise<Buffer | null>;
  /**
   * The plain bytes; null where there is no such key.
   * @throws Failure `sealed-foreign` where nonce, bound or sealed bytes are not those of the sealing
   */
  decrypt(label: string, nonce: Uint8Array, bound: Uint8Array, sealed: Uint8Array): Promise<Buffer | null>;
}

type Do = (name: keyof Native['call'], ...args: readonly unknown[]) => Promise<void>;

const doing =
  ({ call }: Native): Do =>
  async (name, ...args) => {
    const answer = await call[name](...args);
    if (answer !== answers.ok) throw new Refused(name, answer);
  };

const except =
  (...allowed: readonly number[]) =>
  (cause: unknown): void => {
    if (!(cause instanceof Refused) || !allowed.includes(cause.answer)) throw cause;
  };

const absent = [
  answers.deviceError,
  answers.deviceRemoved,
  answers.tokenNotPresent,
  answers.tokenNotRecognized,
] as const;

/** Most slots and keys that are looked at. */
const most = 1024;

async function slotOf(native: Native, { token, module }: TokenPlace): Promise<Handle> {
  const go = doing(native);
  const [slots, count]: [Handle[], [number]] = [new Array(most).fill(0), [most]];
  await go('GetSlotList', 1, slots, count);
  for (const slot of slots.slice(0, Number(count[0]))) {
    const info = Buffer.alloc(512);
    // What is away or broken in another slot is no reason not to find this one
    await go('GetTokenInfo', slot, info).catch(except(...absent));
    if (tokenLabel(info) === token) return slot;
  }
  throw new Failure('pkcs11-token-missing', { token, module });
}

const refused = refusedPins();

async function logIn(native: Native, place: TokenPlace): Promise<Handle> {
  const go = doing(native);
  const slot = await slotOf(native, place);
  const pin = await place.pin();
  try {
    if (refused.has(place.token, pin)) throw new Failure('pkcs11-pin-wrong', { token: place.token });
    const session: [Handle] = [0];
    await go('OpenSession', slot, flags.serial | flags.readWrite, null, null, session);
    await offer(native, session[0], pin, place.token);
    return session[0];
  } finally {
    pin.fill(0);
  }
}

/** Logs a session in, or closes it. */
async function offer(native: Native, session: Handle, pin: Uint8Array, token: string): Promise<void> {
  try {
    await doing(native)('Login', session, user, pin, pin.length).catch(except(answers.userAlreadyLoggedIn));
  } catch (cause) {
    await native.call.CloseSession(session);
    const isWrong =
      cause instanceof Refused && [answers.pinIncorrect, answers.pinLocked].some((one) => one === cause.answer);
    if (!isWrong) throw cause;
    // One that is locked counts no more, and may be unlocked with the same PIN
    if (cause.answer === answers.pinIncorrect) refused.add(token, pin);
    throw new Failure('pkcs11-pin-wrong', { token }, { cause });
  }
}

async function found(go: Do, session: Handle, template: readonly Attribute[]): Promise<Handle[]> {
  const [handles, count]: [Handle[], [number]] = [new Array(most).fill(0), [0]];
  await go('FindObjectsInit', session, template, template.length);
  await go('FindObjects', session, handles, most, count);
  await go('FindObjectsFinal', session);
  return handles.slice(0, Number(count[0]));
}

async function labelOf(go: Do, session: Handle, key: Handle): Promise<string> {
  const { type, pValue, ulValueLen } = roomForLabel();
  const room = { type, pValue, ulValueLen };
  await go('GetAttributeValue', session, key, [room], 1);
  return pValue.subarray(0, Number(room.ulValueLen)).toString('utf8').replace(/\0+$/, '');
}

interface Ciphering {
  readonly name: 'Encrypt' | 'Decrypt';
  readonly label: string;
  readonly nonce: Uint8Array;
  readonly bound: Uint8Array;
  readonly bytes: Uint8Array;
}

async function cipher(native: Native, session: Handle, { name, label, nonce, bound, bytes }: Ciphering) {
  const go = doing(native);
  const [key] = await found(go, session, labelled(label, native.longSize));
  if (key === undefined) return null;
  const { mechanism, free } = native.gcm(nonce, bound);
  const [out, length]: [Buffer, [number]] = [Buffer.alloc(bytes.length + 64), [bytes.length + 64]];
  try {
    await go(`${name}Init`, session, mechanism, key);
    await go(name, session, bytes, bytes.length, out, length);
  } finally {
    free();
  }
  const done = Buffer.from(out.subarray(0, Number(length[0])));
  out.fill(0);
  return done;
}

/** Whether a key opens what it has just sealed. */
async function isWell(native: Native, session: Handle, label: string): Promise<boolean> {
  const [nonce, bytes] = [randomBytes(sizes.nonce), randomBytes(32)];
  const sealed = await cipher(native, session, { name: 'Encrypt', label, nonce, bound: bytes, bytes });
  if (sealed === null) return false;
  const opened = await cipher(native, session, { name: 'Decrypt', label, nonce, bound: bytes, bytes: sealed });
  return opened?.equals(bytes) === true;
}

/**
 * Opens a token. Nothing is asked of it before the first operation.
 *
 * @throws Failure `pkcs11-binding-missing`, `pkcs11-module-missing`, `pkcs11-refused`; each operation `pkcs11-token-missing`,
 * `pkcs11-pin-wrong`, `pkcs11-refused`, `pkcs11-silent`, and what `pin` throws
 */
export async function openToken(place: TokenPlace): Promise<Token> {
  const native = await loadNative(place.module);
  const go = doing(native);
  const none = { create: null, destroy: null, lock: null, unlock: null, reserved: null };
  await go('Initialize', { ...none, flags: flags.osLocking })
    .catch(except(answers.alreadyInitialized))
    .catch((cause: unknown) => {
      throw told(cause);
    });
  const within = sessionOf<Handle>({
    token: place.token,
    logIn: () => logIn(native, place),
    close: (session) => native.call.CloseSession(session),
  });
  const size = native.longSize;
  return {
    labels: () =>
      within(async (session) => {
        const labels: string[] = [];
        for (const key of await found(go, session, anySecretKey(size))) labels.push(await labelOf(go, session, key));
        return labels;
      }),
    generate: (label) =>
      within(async (session) => {
        const template = levelKey(label, size);
        const mechanism = { mechanism: mechanisms.aesKeyGen, parameter: null, length: 0 };
        await go('GenerateKey', session, mechanism, template, template.length, [0]);
      }),
    destroy: (label) =>
      within(async (session) => {
        for (const key of await found(go, session, labelled(label, size))) await go('DestroyObject', session, key);
      }),
    encrypt: (label, nonce, bound, bytes) =>
      within((session) => cipher(native, session, { name: 'Encrypt', label, nonce, bound, bytes })),
    decrypt: (label, nonce, bound, bytes) =>
      within((session) =>
        openOrTell(
          () => cipher(native, session, { name: 'Decrypt', label, nonce, bound, bytes }),
          () => isWell(native, session, label),
        ),
      ),
  };
}
