import { Buffer } from 'node:buffer';

/** A box of an ISO media file: four characters and whatever is in it. */
export function box(name: string, ...content: Uint8Array[]): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(8 + content.reduce((sum, { byteLength }) => sum + byteLength, 0));
  head.write(name, 4, 'latin1');
  return Buffer.concat([head, ...content]);
}

export function u32(...values: number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [index, value] of values.entries()) bytes.writeUInt32BE(value, index * 4);
  return bytes;
}

export function u16(...values: number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2);
  for (const [index, value] of values.entries()) bytes.writeUInt16BE(value, index * 2);
  return bytes;
}

/** The content of the first box of a name, wherever it lies. */
export function contentOf(file: Buffer, name: string): Buffer {
  const at = file.indexOf(name, 0, 'latin1') - 4;
  return file.subarray(at + 8, at + file.readUInt32BE(at));
}

interface Grid {
  /** Tiles across and down. */
  readonly tiles: number;
  /** Width and height as the property says, which is judged before anything is decoded; usually as it is. */
  readonly told?: readonly [width: number, height: number];
  /** Width and height that each tile claims to have; usually what it has. */
  readonly each?: readonly [width: number, height: number];
}

/** Width and height of the picture in `flag.heic`, and the bytes of it. */
const tile = { width: 96, height: 64, bytes: 0xa1 } as const;

/** A HEIC whose picture is put together of many tiles, which share the bytes of one: that of `flag.heic`. */
export function gridOf(one: Buffer, { tiles, told, each = [tile.width, tile.height] }: Grid): Buffer {
  const coded = contentOf(one, 'mdat').subarray(0, tile.bytes);
  const [width, height] = [each[0] * tiles, each[1] * tiles];
  const ids = Array.from({ length: tiles * tiles }, (_, index) => index + 2);
  const full = (name: string, ...content: Uint8Array[]) => box(name, u32(0), Buffer.concat(content));
  const entry = (id: number, type: string) =>
    box('infe', Buffer.from([2, 0, 0, id === 1 ? 0 : 1]), u16(id, 0), Buffer.from(`${type}\0`, 'latin1'));
  const grid = Buffer.concat([Buffer.from([0, 1, tiles - 1, tiles - 1]), u32(width, height)]);
  const size = (...sides: readonly [number, number]) => full('ispe', u32(...sides));
  const properties = box(
    'ipco',
    size(...(told ?? [width, height])),
    size(...each),
    box('hvcC', contentOf(one, 'hvcC')),
  );
  const uses = [Buffer.from([0, 1, 1, 0x81]), ...ids.map((id) => Buffer.from([id >> 8, id & 255, 2, 0x82, 0x83]))];
  const meta = (at: number) =>
    full(
      'meta',
      full('hdlr', u32(0), Buffer.from('pict'), u32(0, 0, 0), Buffer.from([0])),
      full('pitm', u16(1)),
      full('iinf', u16(ids.length + 1), entry(1, 'grid'), ...ids.map((id) => entry(id, 'hvc1'))),
      full('iref', box('dimg', u16(1, ids.length), Buffer.concat(ids.map((id) => u16(id))))),
      box('iprp', properties, full('ipma', u32(ids.length + 1), ...uses)),
      full(
        'iloc',
        ...[Buffer.from([0x44, 0]), u16(ids.length + 1, 1, 0, 1), u32(at, grid.length)],
        ...ids.map((id) => Buffer.concat([u16(id, 0, 1), u32(at + grid.length, coded.length)])),
      ),
    );
  const type = box('ftyp', Buffer.from('heic\0\0\0\0mif1heic', 'latin1'));
  const at = type.length + meta(0).length + 8;
  return Buffer.concat([type, meta(at), box('mdat', grid, coded)]);
}
