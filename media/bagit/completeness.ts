import { isWeak } from './algorithms.ts';
import { type BagFault, bagFault } from './faults.ts';
import { isBefore, versionOne } from './filepath.ts';
import type { Listing } from './list-bag.ts';
import type { Entry, Manifest } from './manifest.ts';
import type { Names } from './names.ts';
import type { Tags } from './read-tags.ts';

/** A checksum that a file must have. */
export interface Expected {
  readonly manifest: Manifest;
  readonly digest: string;
}

/** What of a bag is there: the checksums that each file must have, and what is missing or too much. */
export interface Completeness {
  readonly expected: ReadonlyMap<string, readonly Expected[]>;
  readonly faults: readonly BagFault[];
}

const isPayload = (path: string): boolean => path.startsWith('data/');

/** Which manifests there are, and whether somebody can compute what they hold. */
const checkManifests = ({ manifests }: Tags): BagFault[] => {
  const payload = manifests.filter(({ kind }) => kind === 'payload');
  const known = payload.flatMap(({ algorithm }) => algorithm ?? []);
  if (payload.length === 0) return [bagFault('manifest-missing', 'manifest-sha512.txt')];
  const code = known.length > 0 ? 'algorithm-unchecked' : 'algorithm-unknown';
  const unknown = manifests.filter(({ algorithm }) => algorithm === null).map(({ file }) => bagFault(code, file));
  const isOld = known.length > 0 && known.every(isWeak);
  return [
    ...unknown,
    ...(isOld ? [bagFault('algorithm-weak', payload[0]?.file ?? '', { algorithm: known.join(', ') })] : []),
  ];
};

/** From 1.0 on each tag manifest lists each payload manifest (RFC 8493, section 2.2.1). */
const checkTagManifests = ({ manifests, declared }: Tags): BagFault[] => {
  if (isBefore(declared.version, versionOne)) return [];
  const payload = manifests.filter(({ kind }) => kind === 'payload');
  return manifests
    .filter(({ kind }) => kind === 'tag')
    .flatMap(({ file, entries }) =>
      payload
        .filter((one) => !entries.has(one.file))
        .map((one) => bagFault('manifest-unlisted', one.file, { manifest: file })),
    );
};

/** Payload files that a manifest lacks: from 1.0 on each lists all, before that each file stood in one of them. */
const checkUnlisted = (listing: Listing, tags: Tags, found: ReadonlyMap<string, readonly Expected[]>): BagFault[] => {
  const payload = tags.manifests.filter(({ kind }) => kind === 'payload');
  const isOld = isBefore(tags.declared.version, versionOne);
  return [...listing.files.keys()].filter(isPayload).flatMap((path) => {
    const listed = new Set((found.get(path) ?? []).map(({ manifest }) => manifest));
    const lacking = payload.filter((manifest) => !listed.has(manifest));
    if (lacking.length === 0 || (isOld && listed.size > 0)) return [];
    return [bagFault('file-unlisted', path, { manifest: lacking.map(({ file }) => file).join(', ') })];
  });
};

/** Files that are to be fetched: named in every payload manifest, and not here unless somebody has fetched them. */
const checkFetches = ({ fetches, manifests }: Tags, names: Names): BagFault[] =>
  fetches.flatMap(({ path, url }) => {
    const lacking = manifests.filter(({ kind, entries }) => kind === 'payload' && !entries.has(path));
    const unlisted = lacking.map(({ file }) => bagFault('fetch-unlisted', path, { manifest: file }));
    const isHere = names.find({ path, raw: path }) !== null;
    return [...unlisted, ...(isHere ? [] : [bagFault('fetch-pending', path, { url })])];
  });

/** Compares what the manifests of a bag list with what lies there (RFC 8493, section 3, `complete`). */
export const compareListing = (listing: Listing, tags: Tags, names: Names): Completeness => {
  const expected = new Map<string, Expected[]>();
  const missing = new Map<string, BagFault>();
  const pending = new Set(tags.fetches.map(({ path }) => path));
  const note = (manifest: Manifest, entry: Entry): void => {
    const path = names.find(entry);
    if (path !== null) expected.set(path, [...(expected.get(path) ?? []), { manifest, digest: entry.digest }]);
    else if (!pending.has(entry.path))
      missing.set(entry.path, bagFault('file-missing', entry.path, { manifest: manifest.file }));
  };
  for (const manifest of tags.manifests) for (const entry of manifest.entries.values()) note(manifest, entry);
  const faults = [
    ...(listing.folders.has('data') ? [] : [bagFault('payload-missing', 'data')]),
    ...checkManifests(tags),
    ...checkTagManifests(tags),
    ...missing.values(),
    ...checkUnlisted(listing, tags, expected),
    ...checkFetches(tags, names),
  ];
  return { expected, faults };
};
