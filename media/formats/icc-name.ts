/** Most characters of a name that are kept. */
const longest = 80;

const ascii = (bytes: Buffer): string => bytes.toString('latin1').split('\0')[0] ?? '';

/** Profiles of version 4 name themselves in languages; the first will do. */
const localised = (tag: Buffer): string => {
  const [length, at] = [tag.readUInt32BE(20), tag.readUInt32BE(24)];
  const units = tag.subarray(at, at + Math.min(length, 2 * longest));
  return Buffer.from(units.subarray(0, units.length & ~1))
    .swap16()
    .toString('utf16le');
};

const described = (profile: Buffer): string => {
  const tags = Math.min(profile.readUInt32BE(128), 100);
  for (let index = 0; index < tags; index += 1) {
    const entry = 132 + 12 * index;
    if (profile.toString('latin1', entry, entry + 4) !== 'desc') continue;
    const at = profile.readUInt32BE(entry + 4);
    const tag = profile.subarray(at, at + profile.readUInt32BE(entry + 8));
    const kind = tag.toString('latin1', 0, 4);
    if (kind === 'desc') return ascii(tag.subarray(12, 12 + Math.min(tag.readUInt32BE(8), longest)));
    return kind === 'mluc' ? localised(tag) : '';
  }
  return '';
};

/** How a colour profile (ICC.1) calls itself, e.g. `Adobe RGB (1998)`; null where it has no name that can be read. */
export const iccName = (profile: Uint8Array): string | null => {
  try {
    const name = described(Buffer.from(profile))
      .replace(/\p{Cc}/gu, '')
      .trim()
      .slice(0, longest);
    return name === '' ? null : name;
  } catch {
    // It is not as long as it says
    return null;
  }
};
