import sharp from 'sharp';
import { expect } from 'vitest';
import type { ImageRecord } from '../../../src/record/records.ts';
import { type House, openHouse } from './house.ts';
import { colourIn, expectColour, type Squares } from './squares.ts';

/** Squares that every check looks at: corners, middle and some that nothing mirrors onto itself. */
export const looked = [
  [0, 0],
  [9, 0],
  [0, 9],
  [9, 9],
  [4, 5],
  [2, 7],
  [6, 1],
] as const;

/** Where a square goes when a picture is turned. */
export type Turn = (column: number, row: number) => readonly [column: number, row: number];

interface Seen {
  readonly bytes: Buffer;
  readonly width: number;
  readonly height: number;
  readonly format: string;
  readonly channels: number;
}

/** A node with a picture of squares, and ways to hold what it answers against them. */
export interface Checks extends AsyncDisposable {
  readonly house: House;
  readonly record: ImageRecord;
  get(path: string, init?: RequestInit): Promise<Response>;
  picture(path: string, type?: string): Promise<Seen>;
  /** Holds a whole picture of this size against its squares. */
  holdSquares(path: string, size: readonly [width: number, height: number], turn?: Turn): Promise<void>;
  /** Holds a cut from one square, so many pixels wide and high, against its colour. */
  holdSquare(path: string, column: number, row: number, side: number): Promise<void>;
}

export const openChecks = async ({ bytes: master, colourOf }: Squares): Promise<Checks> => {
  const house = await openHouse();
  const record = await house.release('o-vuong', master);
  const get: Checks['get'] = (path, init) => house.ask(record, path, init);
  const picture: Checks['picture'] = async (path, type = 'image/jpeg') => {
    const response = await get(path);
    expect([path, response.status, response.headers.get('content-type')]).toEqual([path, 200, type]);
    const bytes = Buffer.from(await response.arrayBuffer());
    const { width, height, format, channels } = await sharp(bytes).metadata();
    return { bytes, width, height, format, channels };
  };
  return {
    ...{ house, record, get, picture },
    holdSquares: async (path, [width, height], turn = (...at) => at) => {
      const seen = await picture(path, path.endsWith('png') ? 'image/png' : 'image/jpeg');
      expect([seen.width, seen.height]).toEqual([width, height]);
      const [wide, high] = [width / 10, height / 10];
      const side = Math.min(wide, high) / 5;
      for (const [column, row] of looked) {
        const [atColumn, atRow] = turn(column, row);
        const [left, top] = [(atColumn + 0.5) * wide - side / 2, (atRow + 0.5) * high - side / 2];
        const colour = await colourIn(seen.bytes, left, top, side);
        expectColour(colour, await colourOf(column, row), `${path} ${column},${row}`);
      }
    },
    holdSquare: async (path, column, row, side) => {
      const seen = await picture(path);
      expect([path, seen.width, seen.height]).toEqual([path, side, side]);
      const colour = await colourIn(seen.bytes, side * 0.4, side * 0.4, side / 5);
      expectColour(colour, await colourOf(column, row), path);
    },
    [Symbol.asyncDispose]: () => house[Symbol.asyncDispose](),
  };
};
