import { type Fault, fault } from './fault.ts';

const inToken = 'test/sealing/keys-in-a-token.int.test.ts';
const store = 'src/sealing/pkcs11/token-store.ts';

/** Faults in how keys of levels lie in a token. They are noticed where there is SoftHSM 2. */
export const ofTokens: readonly Fault[] = [
  fault(
    'a-key-that-leaves-its-token',
    56,
    inToken,
    'src/sealing/pkcs11/templates.ts',
    '...noneOf.map((one) => attribute(one, flag(false))),',
    '...noneOf.map((one) => attribute(one, flag(true))),',
  ),
  fault(
    'a-key-that-a-token-shows',
    56,
    inToken,
    'src/sealing/pkcs11/templates.ts',
    '...([attributes.token, attributes.private, attributes.sensitive] as const).map((one) => attribute(one, flag(true))),',
    '...([attributes.token, attributes.private, attributes.sensitive] as const).map((one) => attribute(one, flag(one !== attributes.sensitive))),',
  ),
  {
    name: 'a-token-that-wraps-for-any-place',
    rows: [56],
    tests: [inToken],
    edits: [
      { file: store, find: 'const bound = boundOf(generation, parts);', put: 'const bound = boundOf(generation, []);' },
      {
        file: store,
        find: 'await token.decrypt(label, nonce, boundOf(generation, parts), wrapped);',
        put: 'await token.decrypt(label, nonce, boundOf(generation, []), wrapped);',
      },
    ],
  },
  fault(
    'a-pin-in-a-message',
    56,
    inToken,
    'src/sealing/pkcs11/token.ts',
    "throw new Failure('pkcs11-pin-wrong', { token }, { cause });",
    "throw new Failure('pkcs11-pin-wrong', { token: token + String(pin) }, { cause });",
  ),
  fault(
    'a-wrong-pin-again-and-again',
    56,
    inToken,
    'src/sealing/pkcs11/token.ts',
    'if (cause.answer === answers.pinIncorrect) refused.add(token, pin);',
    '',
  ),
  fault(
    'a-pin-that-everybody-reads',
    56,
    inToken,
    'src/sealing/open-key-store.ts',
    "if ((found.mode & 0o077) !== 0) throw new Failure('seal-key-open', { file });",
    '',
  ),
  fault(
    'a-token-that-seals-no-archive',
    56,
    inToken,
    'src/sealing/open-key-store.ts',
    'sealingUnlockFile !== undefined || sealingToken !== undefined;',
    'sealingUnlockFile !== undefined || (sealingToken !== undefined && sealingUnlockFile !== undefined);',
  ),
  {
    name: 'a-key-that-is-said-to-be-destroyed',
    rows: [56],
    tests: [inToken],
    edits: [
      { file: store, find: 'await token.destroy(label);', put: '' },
      {
        file: store,
        find: "if ((await token.labels()).includes(label)) throw new Failure('pkcs11-key-stays', { label, token: name });",
        put: '',
      },
    ],
  },
];
