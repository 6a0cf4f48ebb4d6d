import { expect, test } from 'vitest';
import { gcmOpen, gcmSeal } from './gcm.ts';

/** Known answers for 256-bit keys: cases 13, 14 and 16 of McGrew and Viega, “The Galois/Counter Mode of Operation”. */
const known = [
  { key: '00'.repeat(32), nonce: '00'.repeat(12), bound: '', plain: '', sealed: '530f8afbc74536b9a963b4f1c4cb738b' },
  {
    key: '00'.repeat(32),
    nonce: '00'.repeat(12),
    bound: '',
    plain: '00'.repeat(16),
    sealed: 'cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919',
  },
  {
    key: 'feffe9928665731c6d6a8f9467308308'.repeat(2),
    nonce: 'cafebabefacedbaddecaf888',
    bound: 'feedfacedeadbeeffeedfacedeadbeefabaddad2',
    plain:
      'd9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39',
    sealed:
      '522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f66276fc6ece0f4e1768cddf8853bb2d551b',
  },
].map((hex) => ({
  key: Buffer.from(hex.key, 'hex'),
  nonce: Buffer.from(hex.nonce, 'hex'),
  bound: Buffer.from(hex.bound, 'hex'),
  plain: Buffer.from(hex.plain, 'hex'),
  sealed: Buffer.from(hex.sealed, 'hex'),
}));

test.each(known)('seals and opens the known answers', ({ plain, sealed, ...input }) => {
  expect(gcmSeal(input, plain)).toEqual(sealed);
  expect(gcmOpen(input, sealed)).toEqual(plain);
  expect(gcmOpen({ ...input, bound: Buffer.from('other') }, sealed)).toBeNull();
  expect(gcmOpen(input, sealed.subarray(0, 15))).toBeNull();
});
