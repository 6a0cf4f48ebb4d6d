/** Version of the BagIt specification, as a pair that can be compared. */
export interface BagVersion {
  readonly major: number;
  readonly minor: number;
}

export const isBefore = ({ major, minor }: BagVersion, other: BagVersion): boolean =>
  major < other.major || (major === other.major && minor < other.minor);

/** Since when every payload manifest lists every file, and `%` is encoded in names. */
export const versionOne: BagVersion = { major: 1, minor: 0 };

/** A path as BagIt 1.0 writes it: line feed, carriage return and percent sign encoded, and only those (RFC 8493, section 2.1.3). */
export const encodePath = (path: string): string =>
  path.replace(/[%\r\n]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);

/** The path that stands in a manifest. Before 1.0 only line ends were encoded, and a percent sign meant itself. */
export const decodePath = (text: string, version: BagVersion): string =>
  text.replace(isBefore(version, versionOne) ? /%(0[aAdD])/g : /%(0[aAdD]|25)/g, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  );

/**
 * Whether a path can only mean a file in the bag, on every system: relative, no `..`, no drive letter, no home folder
 * (RFC 8493, section 5.2.2).
 */
export const isSafePath = (path: string): boolean =>
  path !== '' &&
  !/^[/\\~]/.test(path) &&
  !/^[a-z]:/i.test(path) &&
  !path.includes('\0') &&
  !path.split(/[/\\]/).includes('..');

/** A path without parts that mean nothing: `./data//a` is `data/a`. */
export const plainPath = (path: string): string =>
  path
    .split('/')
    .filter((part) => part !== '' && part !== '.')
    .join('/');
