import { type Fault, fault } from './fault.ts';

const changed = 'test/feed/a-changed-medium-is-refused.int.test.ts';
const replaced = 'test/feed/a-gates-key-is-replaced.int.test.ts';
const twoKeys = 'test/feed/two-keys-sign.int.test.ts';

/** Media and signatures that are believed too easily. */
export const ofMedia: readonly Fault[] = [
  fault(
    'a-medium-whose-bytes-nobody-compares',
    61,
    changed,
    'src/feed/medium/stage.ts',
    'bytes !== null && bytes.length === size && sha256Of(bytes) === sha256;',
    'bytes !== null && bytes.length === size && sha256.length === sha256Of(bytes).length;',
  ),
  fault(
    'a-medium-that-leaves-a-gap',
    61,
    changed,
    'src/feed/medium/take-medium.ts',
    'if (manifest.from.segment > position.segment)',
    'if (manifest.from.segment < 0)',
  ),
  fault(
    'one-key-that-signs-twice',
    61,
    twoKeys,
    'src/feed/dsse.ts',
    'const { size: found } = signersOf(frame, trust);',
    'const found = signersOf(frame, trust).size === 0 ? 0 : frame.signatures.length;',
  ),
  fault(
    'segments-that-no-officer-has-signed',
    61,
    twoKeys,
    'src/feed/read-segments.ts',
    'const heads = (options.signatures ?? 1) > 1 ? await proven(options, start, until) : null;',
    'const heads = (options.signatures ?? 1) > 9 ? await proven(options, start, until) : null;',
  ),
  fault(
    'a-revoked-key-whose-signature-stays',
    61,
    replaced,
    'src/feed/dsse.ts',
    '[from, to].every((key) => !verify(',
    '[to].every((key) => !verify(',
  ),
  fault(
    'a-new-key-that-signs-what-a-thief-has-written',
    61,
    replaced,
    'src/cli/keys/replace-gate-key.ts',
    'if (known.feed !== feed || known.segment !== segment || known.head !== head)',
    'if (known.feed !== feed)',
  ),
  fault(
    'a-medium-that-replaces-what-is-held',
    61,
    changed,
    'src/feed/medium/stage.ts',
    'return blaming({ file: path }, () => peekEnvelope(own).payload.equals(peekEnvelope(arrived).payload));',
    'return blaming({ file: path }, () => peekEnvelope(own).payload.length > peekEnvelope(arrived).payload.length - 9999);',
  ),
];
