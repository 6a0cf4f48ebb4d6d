import { type BagFault, bagFault } from './faults.ts';
import { type BagVersion, isBefore, versionOne } from './filepath.ts';
import { encodingNamed, linesOf, readTagText } from './tag-text.ts';

/** What `bagit.txt` declares. */
export interface Declaration {
  readonly version: BagVersion;
  /** As declared, e.g. `UTF-8`; known to the decoder. */
  readonly encoding: string;
}

export const declarationFile = 'bagit.txt';

/** What bags of ours declare. */
export const ourDeclaration = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';

/** Where nothing usable is declared, what is most likely meant, so that the other faults can be told as well. */
const likely: Declaration = { version: versionOne, encoding: 'UTF-8' };

const oldest: BagVersion = { major: 0, minor: 93 };

/**
 * Reads `bagit.txt`: exactly two lines, UTF-8 without a byte order mark (RFC 8493, section 2.1.1).
 * @param bytes null where there is none
 */
export const readDeclaration = (bytes: Uint8Array | null): { declared: Declaration; faults: BagFault[] } => {
  if (bytes === null) return { declared: likely, faults: [bagFault('declaration-missing', declarationFile)] };
  const read = readTagText(bytes, 'utf-8');
  const [first = '', second = '', ...more] = linesOf(read?.text ?? '');
  const version = /^BagIt-Version: (\d+)\.(\d+)$/.exec(first);
  const encoding = /^Tag-File-Character-Encoding: (\S+)$/.exec(second)?.[1];
  const faults: BagFault[] = [];
  if (!version || !encoding || more.length > 0 || read?.hasMark)
    faults.push(bagFault('declaration-malformed', declarationFile));
  const found = version ? { major: Number(version[1]), minor: Number(version[2]) } : likely.version;
  if (isBefore(found, oldest) || isBefore(versionOne, found))
    faults.push(bagFault('version-unknown', declarationFile, { version: `${found.major}.${found.minor}` }));
  const isKnown = encoding === undefined || encodingNamed(encoding) !== null;
  if (!isKnown) faults.push(bagFault('encoding-unknown', declarationFile, { encoding: encoding.slice(0, 60) }));
  return { declared: { version: found, encoding: isKnown && encoding ? encoding : likely.encoding }, faults };
};
