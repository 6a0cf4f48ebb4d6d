import { type Fault, fault } from './fault.ts';

const changed = 'test/feed/a-changed-medium-is-refused.int.test.ts';
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
];
