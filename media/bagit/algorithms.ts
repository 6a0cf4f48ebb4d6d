/** Checksum algorithms of manifests: what the file name calls them, what Node calls them, how many hexadecimal digits. */
const algorithms = {
  md5: { node: 'md5', digits: 32 },
  sha1: { node: 'sha1', digits: 40 },
  sha224: { node: 'sha224', digits: 56 },
  sha256: { node: 'sha256', digits: 64 },
  sha384: { node: 'sha384', digits: 96 },
  sha512: { node: 'sha512', digits: 128 },
  sha3224: { node: 'sha3-224', digits: 56 },
  sha3256: { node: 'sha3-256', digits: 64 },
  sha3384: { node: 'sha3-384', digits: 96 },
  sha3512: { node: 'sha3-512', digits: 128 },
  blake2b512: { node: 'blake2b512', digits: 128 },
  blake2s256: { node: 'blake2s256', digits: 64 },
} as const;

export type Algorithm = keyof typeof algorithms;

/** What is written into bags of ours. */
export const ourAlgorithms = ['sha256', 'sha512'] as const satisfies readonly Algorithm[];

/** The algorithm that a manifest's name means: lower case, letters and figures only (RFC 8493, section 2.4); null for any other. */
export const algorithmNamed = (name: string): Algorithm | null => {
  const plain = name.toLowerCase().replace(/[^a-z0-9]/g, '');
  return Object.hasOwn(algorithms, plain) ? (plain as Algorithm) : null;
};

export const nodeName = (algorithm: Algorithm): string => algorithms[algorithm].node;

/** Whether a text can be a checksum of this algorithm. */
export const isDigest = (algorithm: Algorithm, text: string): boolean =>
  text.length === algorithms[algorithm].digits && /^[0-9a-f]+$/i.test(text);

/** Good against accidents and not against intent. */
export const isWeak = (algorithm: Algorithm): boolean => algorithm === 'md5' || algorithm === 'sha1';
