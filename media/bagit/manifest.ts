import { type Algorithm, algorithmNamed, isDigest } from './algorithms.ts';
import { type BagFault, bagFault } from './faults.ts';
import { type BagVersion, decodePath, encodePath, isSafePath, plainPath } from './filepath.ts';
import { linesOf } from './tag-text.ts';

/** One line of a manifest. */
export interface Entry {
  /** Relative to the bag, decoded. */
  readonly path: string;
  /** The same as it stands there: what older tools mean where they do not encode. */
  readonly raw: string;
  /** Lower-case hex. */
  readonly digest: string;
}

/** A manifest that has been read. */
export interface Manifest {
  /** Name of its file. */
  readonly file: string;
  readonly kind: 'payload' | 'tag';
  /** Null for one that nobody here can compute. */
  readonly algorithm: Algorithm | null;
  readonly entries: ReadonlyMap<string, Entry>;
}

const shape = /^(tag)?manifest-([^/]+)\.txt$/i;

/** Which manifest a file of a bag's base folder is; null for any other file. */
export const manifestNamed = (file: string): Pick<Manifest, 'file' | 'kind' | 'algorithm'> | null => {
  const parts = shape.exec(file);
  if (!parts) return null;
  return { file, kind: parts[1] ? 'tag' : 'payload', algorithm: algorithmNamed(parts[2] ?? '') };
};

/** A line of a manifest of ours. */
export const manifestLine = (digest: string, path: string): string => `${digest}  ${encodePath(path)}\n`;

const isPayload = (path: string): boolean => path.startsWith('data/');

/** Why an entry cannot be used; null where it can. */
const faultOf = (
  { file, kind, algorithm }: Pick<Manifest, 'file' | 'kind' | 'algorithm'>,
  entry: Entry,
  line: number,
) => {
  const { path, digest } = entry;
  if (!isSafePath(path)) return bagFault('path-unsafe', path, { manifest: file, line });
  if (isPayload(path) !== (kind === 'payload')) return bagFault('path-misplaced', path, { manifest: file, line });
  if (manifestNamed(path)?.kind === 'tag') return bagFault('tagmanifest-listed', path, { manifest: file, line });
  if (algorithm && !isDigest(algorithm, digest)) return bagFault('checksum-malformed', path, { manifest: file, line });
  return null;
};

/**
 * Reads a manifest: a checksum, blanks or tabs, a path on each line (RFC 8493, sections 2.1.3 and 2.2.1). The `*` and `./` of
 * the tools with which many bags were made are understood, and remarked on once.
 */
export const readManifest = (
  about: Pick<Manifest, 'file' | 'kind' | 'algorithm'>,
  text: string,
  version: BagVersion,
): { manifest: Manifest; faults: BagFault[] } => {
  const { file } = about;
  const entries = new Map<string, Entry>();
  const faults: BagFault[] = [];
  const remarks = new Set<'binary-mark' | 'path-dotted'>();
  for (const [index, line] of linesOf(text).entries()) {
    if (line.trim() === '') continue;
    const parts = /^\s*([0-9A-Fa-f]+)[ \t]+(\*?)(.+)$/.exec(line);
    if (!parts) {
      faults.push(bagFault('line-malformed', file, { line: index + 1 }));
      continue;
    }
    const [, digest = '', star, raw = ''] = parts;
    const decoded = decodePath(raw, version);
    const path = isSafePath(decoded) ? plainPath(decoded) : decoded;
    if (star) remarks.add('binary-mark');
    if (path !== decoded) remarks.add('path-dotted');
    const entry = { path, raw: isSafePath(raw) ? plainPath(raw) : raw, digest: digest.toLowerCase() };
    const fault = faultOf(about, entry, index + 1);
    if (fault) faults.push(fault);
    else if (entries.has(path)) faults.push(bagFault('listed-twice', path, { manifest: file, line: index + 1 }));
    else entries.set(path, entry);
  }
  for (const remark of remarks) faults.push(bagFault(remark, file));
  return { manifest: { ...about, entries }, faults };
};
