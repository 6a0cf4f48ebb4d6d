import { Failure } from '#errors/failure.ts';
import { functionOrder } from './standard.ts';

/** A handle of an object or a session, as the module gave it. */
export type Handle = number | bigint;
/** A number that a function of the module answers: 0 where it did what it was asked for. */
type Call = (...args: readonly unknown[]) => Promise<number>;

/** C declarations of the arguments. Sizes and layouts are those of the machine. */
const declared = {
  Initialize: 'BtInitializeArgs *args',
  GetSlotList: 'uint8 present, _Out_ ulong *slots, _Inout_ ulong *count',
  GetTokenInfo: 'ulong slot, _Out_ uint8 *info',
  OpenSession: 'ulong slot, ulong flags, void *application, void *notify, _Out_ ulong *session',
  CloseSession: 'ulong session',
  Login: 'ulong session, ulong user, const uint8 *pin, ulong length',
  GenerateKey: 'ulong session, BtMechanism *mechanism, BtAttribute *template, ulong count, _Out_ ulong *key',
  DestroyObject: 'ulong session, ulong object',
  GetAttributeValue: 'ulong session, ulong object, _Inout_ BtAttribute *template, ulong count',
  FindObjectsInit: 'ulong session, BtAttribute *template, ulong count',
  FindObjects: 'ulong session, _Out_ ulong *objects, ulong most, _Out_ ulong *count',
  FindObjectsFinal: 'ulong session',
  EncryptInit: 'ulong session, BtMechanism *mechanism, ulong key',
  Encrypt: 'ulong session, const uint8 *data, ulong length, _Out_ uint8 *out, _Inout_ ulong *outLength',
  DecryptInit: 'ulong session, BtMechanism *mechanism, ulong key',
  Decrypt: 'ulong session, const uint8 *data, ulong length, _Out_ uint8 *out, _Inout_ ulong *outLength',
} as const;
type Named = keyof typeof declared;

/** A PKCS#11 module that is loaded into this process. Calls run beside the event loop. */
export interface Native {
  readonly call: Readonly<Record<Named, Call>>;
  /** Bytes of `unsigned long` on this machine. */
  readonly longSize: number;
  /** What `C_EncryptInit` and `C_DecryptInit` are given for AES-GCM; `free` when the operation has ended. */
  gcm(nonce: Uint8Array, bound: Uint8Array): { readonly mechanism: unknown; free(): void };
}

type Koffi = typeof import('koffi').default;
let loaded: Promise<Koffi> | null = null;

/** Read only where a token is asked for: no other installation needs it, or has to have it. */
async function loadKoffi(): Promise<Koffi> {
  const { default: koffi } = await import(/* webpackIgnore: true */ /* turbopackIgnore: true */ 'koffi');
  koffi.struct('BtInitializeArgs', {
    ...{ create: 'void *', destroy: 'void *', lock: 'void *', unlock: 'void *' },
    ...{ flags: 'ulong', reserved: 'void *' },
  });
  koffi.struct('BtAttribute', { type: 'ulong', pValue: 'void *', ulValueLen: 'ulong' });
  koffi.struct('BtMechanism', { mechanism: 'ulong', parameter: 'void *', length: 'ulong' });
  koffi.struct('BtGcm', {
    ...{ iv: 'void *', ivLength: 'ulong', ivBits: 'ulong' },
    ...{ bound: 'void *', boundLength: 'ulong', tagBits: 'ulong' },
  });
  for (const [name, parameters] of Object.entries(declared)) koffi.proto(`ulong Bt_${name}(${parameters})`);
  return koffi;
}

/** Arguments of calls under way, whose bytes a module is looking at. */
const busy = new Set<readonly unknown[]>();

/** Libraries stay loaded as long as this process: one that nothing in JavaScript holds is unloaded under the feet of its functions. */
const libraries = new Map<string, ReturnType<Koffi['load']>>();

const gcmMechanism = 0x1087;

/** Memory that stays where it is until it is freed: a module may look at it between two calls. */
function gcmOf(koffi: Koffi, nonce: Uint8Array, bound: Uint8Array) {
  const held: unknown[] = [];
  const hold = (type: string, count: number): unknown => {
    const memory = koffi.alloc(type, count);
    held.push(memory);
    return memory;
  };
  const bytesOf = (bytes: Uint8Array): unknown => {
    const memory = hold('uint8', Math.max(1, bytes.length));
    koffi.encode(memory, koffi.array('uint8', bytes.length), bytes);
    return memory;
  };
  const parameter = hold('BtGcm', 1);
  koffi.encode(parameter, 'BtGcm', {
    ...{ iv: bytesOf(nonce), ivLength: nonce.length, ivBits: nonce.length * 8 },
    ...{ bound: bytesOf(bound), boundLength: bound.length, tagBits: 128 },
  });
  const mechanism = { mechanism: gcmMechanism, parameter, length: koffi.sizeof('BtGcm') };
  const free = () => {
    for (const memory of held.splice(0)) koffi.free(memory);
  };
  return { mechanism, free };
}

/**
 * Loads a module: a library that the maker of the token gives.
 *
 * @throws Failure `pkcs11-binding-missing` where this installation cannot call one, `pkcs11-module-missing`
 */
export async function loadNative(module: string): Promise<Native> {
  loaded ??= loadKoffi();
  const koffi = await loaded.catch((cause: unknown) => {
    loaded = null;
    throw new Failure('pkcs11-binding-missing', { package: 'koffi' }, { cause });
  });
  try {
    const list: [unknown] = [null];
    const library = libraries.get(module) ?? koffi.load(module);
    libraries.set(module, library);
    const answer = library.func('ulong C_GetFunctionList(_Out_ void **list)')(list);
    if (answer !== 0) throw new Error(`C_GetFunctionList: ${answer}`);
    const table = koffi.decode(list[0], koffi.array('void *', functionOrder.length + 1));
    const callOf = (name: Named): Call => {
      const inModule = koffi.decode(table[functionOrder.indexOf(name) + 1], `Bt_${name}`);
      return (...args) =>
        new Promise((resolve, reject) => {
          busy.add(args);
          inModule.async(...args, (error: unknown, answer: number) => {
            busy.delete(args);
            if (error) reject(error);
            else resolve(answer);
          });
        });
    };
    const names = Object.keys(declared) as Named[];
    const call = Object.fromEntries(names.map((name) => [name, callOf(name)])) as Record<Named, Call>;
    return { call, longSize: koffi.sizeof('ulong'), gcm: (nonce, bound) => gcmOf(koffi, nonce, bound) };
  } catch (cause) {
    throw new Failure('pkcs11-module-missing', { module }, { cause });
  }
}
