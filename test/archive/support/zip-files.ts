import { Buffer } from 'node:buffer';
import { crc32, deflateRawSync } from 'node:zlib';

/** An entry of a ZIP, with whatever a test wants to be wrong about it. */
export interface ZipEntry {
  /** Bytes where the encoding matters. */
  readonly name: string | Uint8Array;
  readonly bytes?: Uint8Array;
  /** 0 stored, 8 deflated, or anything else that it claims to be. */
  readonly method?: number;
  readonly flags?: number;
  /** Mode of Unix, e.g. 0o120777 for a link. */
  readonly mode?: number;
  readonly extra?: Uint8Array;
  /** Claims of the central directory that are not so. */
  readonly claims?: { readonly size?: number; readonly crc?: number; readonly packed?: number; readonly at?: number };
}

const u16 = (...values: number[]): Buffer => {
  const bytes = Buffer.alloc(values.length * 2);
  for (const [index, value] of values.entries()) bytes.writeUInt16LE(value, index * 2);
  return bytes;
};
const u32 = (...values: number[]): Buffer => {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [index, value] of values.entries()) bytes.writeUInt32LE(value, index * 4);
  return bytes;
};

/** Writes a ZIP (APPNOTE 6.3.10). @param count how many entries it claims to have, where that is not so */
export function zipFile(entries: readonly ZipEntry[], count?: number): Buffer<ArrayBuffer> {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  for (const {
    name,
    bytes = Buffer.alloc(0),
    method = 8,
    flags = 0,
    mode = 0o100644,
    extra = Buffer.alloc(0),
    claims = {},
  } of entries) {
    const raw = Buffer.from(name as Uint8Array);
    const packed = method === 8 ? deflateRawSync(bytes) : Buffer.from(bytes);
    const sizes = u32(claims.crc ?? crc32(bytes), claims.packed ?? packed.length, claims.size ?? bytes.byteLength);
    const common = Buffer.concat([u16(20, flags, method, 0, 0x21), sizes, u16(raw.length, extra.byteLength)]);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, raw, extra, packed]);
    const places = Buffer.concat([u16(0, 0, 0), u32((mode << 16) >>> 0, claims.at ?? at)]);
    central.push(Buffer.concat([Buffer.from('PK\x01\x02', 'latin1'), u16(0x31e), common, places, raw, extra]));
    locals.push(local);
    at += local.length;
  }
  const directory = Buffer.concat(central);
  const told = count ?? entries.length;
  const end = [
    Buffer.from('PK\x05\x06', 'latin1'),
    u16(0, 0, told & 0xffff, told & 0xffff),
    u32(directory.length, at),
    u16(0),
  ];
  if (told <= 0xffff) return Buffer.concat([...locals, directory, ...end]);
  // Zip64 has room for larger numbers
  const large = (value: number) => u32(value, 0);
  const record = [
    u32(0x06064b50),
    large(44),
    u16(45, 45),
    u32(0, 0),
    large(told),
    large(told),
    large(directory.length),
    large(at),
  ];
  const locator = [u32(0x07064b50, 0), large(at + directory.length), u32(1)];
  const last = [Buffer.from('PK\x05\x06', 'latin1'), u16(0, 0, 0xffff, 0xffff), u32(0xffffffff, 0xffffffff), u16(0)];
  return Buffer.concat([...locals, directory, ...record, ...locator, ...last]);
}
