const licence = (name: string, version: string) => `http://creativecommons.org/licenses/${name}/${version}/` as const;
const statement = (name: string) => `http://rightsstatements.org/vocab/${name}/1.0/` as const;

/**
 * Every rights statement that a picture can carry: a short code (words for people stand in `locales/<language>/rights.json`
 * under it) and the canonical address, with the http scheme as both vocabularies and IIIF want it.
 */
export const rightsStatements = {
  'cc-by-4.0': licence('by', '4.0'),
  'cc-by-sa-4.0': licence('by-sa', '4.0'),
  'cc-by-nd-4.0': licence('by-nd', '4.0'),
  'cc-by-nc-4.0': licence('by-nc', '4.0'),
  'cc-by-nc-sa-4.0': licence('by-nc-sa', '4.0'),
  'cc-by-nc-nd-4.0': licence('by-nc-nd', '4.0'),
  'cc-by-3.0': licence('by', '3.0'),
  'cc-by-sa-3.0': licence('by-sa', '3.0'),
  'cc-by-nd-3.0': licence('by-nd', '3.0'),
  'cc-by-nc-3.0': licence('by-nc', '3.0'),
  'cc-by-nc-sa-3.0': licence('by-nc-sa', '3.0'),
  'cc-by-nc-nd-3.0': licence('by-nc-nd', '3.0'),
  'cc0-1.0': 'http://creativecommons.org/publicdomain/zero/1.0/',
  'pdm-1.0': 'http://creativecommons.org/publicdomain/mark/1.0/',
  'rs-inc': statement('InC'),
  'rs-inc-ow-eu': statement('InC-OW-EU'),
  'rs-inc-edu': statement('InC-EDU'),
  'rs-inc-nc': statement('InC-NC'),
  'rs-inc-ruu': statement('InC-RUU'),
  'rs-noc-cr': statement('NoC-CR'),
  'rs-noc-nc': statement('NoC-NC'),
  'rs-noc-oklr': statement('NoC-OKLR'),
  'rs-noc-us': statement('NoC-US'),
  'rs-cne': statement('CNE'),
  'rs-und': statement('UND'),
  'rs-nkc': statement('NKC'),
} as const;

export type RightsCode = keyof typeof rightsStatements;

const codes = new Map(Object.entries(rightsStatements).map(([code, uri]) => [uri as string, code as RightsCode]));

/** The code of a canonical address, or null. */
export const rightsCodeOf = (uri: string): RightsCode | null => codes.get(uri) ?? null;

/** The canonical address that an address people use (https, `/page/`, a licence's deed or language) means, or null. */
export function canonicalRights(address: string): string | null {
  const bare = address
    .trim()
    .replace(/^https?:\/\/(www\.)?/i, 'http://')
    .replace(/[?#].*$/, '')
    .replace('rightsstatements.org/page/', 'rightsstatements.org/vocab/')
    .replace(/\/(deed|legalcode)(\.[a-z_-]+)?$/i, '/')
    .replace(/\/?$/, '/');
  return [...codes.keys()].find((uri) => uri.toLowerCase() === bare.toLowerCase()) ?? null;
}
