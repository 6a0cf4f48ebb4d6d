import sharp from 'sharp';
import { expect, it } from 'vitest';
import { iccName } from './icc-name.ts';

const profileOf = async (name: string): Promise<Uint8Array> => {
  const pixels = sharp({ create: { width: 2, height: 2, channels: 3, background: '#345' } });
  const { icc } = await sharp(await pixels.withIccProfile(name).jpeg().toBuffer()).metadata();
  return icc ?? new Uint8Array();
};

/** A profile with one tag. */
const profileWith = (tag: Buffer): Buffer => {
  const head = Buffer.alloc(144);
  head.writeUInt32BE(1, 128);
  head.write('desc', 132, 'latin1');
  head.writeUInt32BE(144, 136);
  head.writeUInt32BE(tag.length, 140);
  return Buffer.concat([head, tag]);
};

it('a colour profile is known by the name that it gives itself', async () => {
  expect(await Promise.all(['srgb', 'p3'].map(async (name) => iccName(await profileOf(name))))).toEqual([
    'sRGB',
    'sP3C',
  ]);
  const old = Buffer.concat([
    Buffer.from('desc\0\0\0\0\0\0\0\x11', 'latin1'),
    Buffer.from('Adobe RGB (1998)\0', 'latin1'),
  ]);
  expect(iccName(profileWith(old))).toBe('Adobe RGB (1998)');
});

it('a profile that is not as long as it says, or says nothing, has none', () => {
  const cut = Buffer.from('mluc\0\0\0\0\0\0\0\x01\0\0\0\x0cenUS\xff\xff\xff\xff\0\0\0\x1c', 'latin1');
  for (const tag of [cut, Buffer.from('mluc'), Buffer.from('desc'), Buffer.alloc(0)])
    expect(iccName(profileWith(tag))).toBe(null);
  expect(iccName(Buffer.alloc(20))).toBe(null);
  const endless = Buffer.alloc(200, 255);
  expect(iccName(endless)).toBe(null);
});
