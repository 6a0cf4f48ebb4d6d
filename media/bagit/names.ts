import { type BagFault, bagFault } from './faults.ts';
import type { Entry } from './manifest.ts';

/** Finds the file that an entry means. */
export interface Names {
  /** @returns the path under which the file lies, null where there is none */
  find(entry: Pick<Entry, 'path' | 'raw'>): string | null;
  /** What was remarked on so far, each file once. */
  remarks(): BagFault[];
}

/**
 * Names of the files that lie in a bag. Where none is exactly what a manifest says, one that differs only in Unicode
 * normalisation is meant (RFC 8493, section 6.1.2.1): file systems change names so. Older tools left `%` as it is.
 */
export const namesOf = (paths: Iterable<string>): Names => {
  const all = new Set(paths);
  const byForm = new Map([...all].map((path) => [path.normalize('NFC'), path]));
  const remarked = new Map<string, BagFault>();
  const remark = (fault: BagFault) => remarked.set(`${fault.code} ${fault.file}`, fault);
  return {
    find: ({ path, raw }) => {
      if (all.has(path)) return path;
      const alike = byForm.get(path.normalize('NFC'));
      if (alike !== undefined) remark(bagFault('name-normalised', alike));
      else if (raw !== path && all.has(raw)) remark(bagFault('name-undecoded', raw));
      else return null;
      return alike ?? raw;
    },
    remarks: () => [...remarked.values()],
  };
};

/** Names that some file systems cannot tell apart: they would become one file there. */
export const clashesAmong = (paths: Iterable<string>): BagFault[] => {
  const seen = new Map<string, string>();
  const faults: BagFault[] = [];
  for (const path of paths) {
    const form = path.normalize('NFC');
    const plain = form.toLowerCase();
    const other = seen.get(plain);
    if (other === undefined) seen.set(plain, path);
    else if (other.normalize('NFC') === form) faults.push(bagFault('names-alike', path, { other }));
    else faults.push(bagFault('names-differ-in-case', path, { other }));
  }
  return faults;
};
