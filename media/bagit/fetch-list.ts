import { type BagFault, bagFault } from './faults.ts';
import { type BagVersion, decodePath, isSafePath, plainPath } from './filepath.ts';
import { linesOf } from './tag-text.ts';

/** A file of the payload that lies elsewhere. Nobody here fetches it. */
export interface Fetch {
  readonly url: string;
  readonly path: string;
}

export const fetchFile = 'fetch.txt';

/** An address with a scheme and nothing that would have to be encoded. */
const isAddress = (text: string): boolean => /^[a-z][a-z0-9+.-]*:/i.test(text) && URL.canParse(text);

/** Reads `fetch.txt`: an address, a length or `-`, a path of the payload on each line (RFC 8493, section 2.2.3). */
export const readFetchList = (text: string, version: BagVersion): { fetches: Fetch[]; faults: BagFault[] } => {
  const fetches: Fetch[] = [];
  const faults: BagFault[] = [];
  for (const [index, line] of linesOf(text).entries()) {
    if (line.trim() === '') continue;
    const [, url = '', path = ''] = /^(\S+)[ \t]+(?:\d+|-)[ \t]+(.+)$/.exec(line) ?? [];
    const decoded = decodePath(path, version);
    const place = { manifest: fetchFile, line: index + 1 };
    if (!isAddress(url)) faults.push(bagFault('fetch-malformed', fetchFile, { line: index + 1 }));
    else if (!isSafePath(decoded)) faults.push(bagFault('path-unsafe', decoded, place));
    else if (!plainPath(decoded).startsWith('data/')) faults.push(bagFault('path-misplaced', decoded, place));
    else fetches.push({ url, path: plainPath(decoded) });
  }
  return { fetches, faults };
};
