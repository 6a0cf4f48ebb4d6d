/** A justified grid: pictures in their order, in rows that fill the width. Pixels everywhere. */
export interface GridLayout {
  readonly count: number;
  readonly rows: number;
  readonly width: number;
  readonly gap: number;
  readonly height: number;
  /** The first picture of each row, and one past the last picture at the end. */
  readonly starts: Uint32Array;
  /** Upper edge of each row, and the height of everything at the end. */
  readonly tops: Float64Array;
  /** Height of each row's pictures. */
  readonly heights: Float64Array;
}

export interface Tile {
  readonly at: number;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface GridShape {
  readonly width: number;
  /** Height that rows come close to. */
  readonly rowHeight: number;
  readonly gap: number;
}

/** Panoramas and strips are shown as wide or narrow as these at most, and cut at their sides. */
const [narrowest, widest] = [0.4, 4];

export const shownRatio = (ratio: number): number => Math.min(widest, Math.max(narrowest, ratio));

/** A last row that is not full keeps the usual height, unless it is too wide for that. */
const lastHeight = (sum: number, inner: number, rowHeight: number): number => Math.min(rowHeight, inner / sum);

/**
 * Puts pictures into rows. One walk and no more than three numbers for each row, so that two hundred thousand take a few
 * milliseconds.
 * @param ratios width by height of each picture
 */
export const layOut = (ratios: ArrayLike<number>, { width, rowHeight, gap }: GridShape): GridLayout => {
  const count = ratios.length;
  const starts: number[] = [];
  const tops: number[] = [];
  const heights: number[] = [];
  let top = 0;
  const close = (start: number, height: number): void => {
    starts.push(start);
    tops.push(top);
    heights.push(height);
    top += height + gap;
  };
  let [start, sum] = [0, 0];
  for (let at = 0; at < count; at += 1) {
    sum += shownRatio(ratios[at] ?? 1);
    const inner = Math.max(1, width - gap * (at - start));
    if (inner / sum > rowHeight) continue;
    close(start, inner / sum);
    [start, sum] = [at + 1, 0];
  }
  if (start < count) close(start, lastHeight(sum, Math.max(1, width - gap * (count - start - 1)), rowHeight));
  return {
    ...{ count, width, gap, rows: starts.length, height: top },
    starts: Uint32Array.from([...starts, count]),
    tops: Float64Array.from([...tops, top]),
    heights: Float64Array.from(heights),
  };
};

/** The last place whose value is not above `value`; 0 where all are. */
const lastNotAbove = (values: ArrayLike<number>, count: number, value: number): number => {
  let [low, high] = [0, count - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((values[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return Math.max(0, low);
};

export const rowAt = ({ tops, rows }: GridLayout, y: number): number => lastNotAbove(tops, rows, y);

export const rowOf = ({ starts, rows }: GridLayout, at: number): number => lastNotAbove(starts, rows, at);

/** What is drawn above and below what is in sight, in pixels. */
const beyond = 600;

/** Rows that are drawn, from the first to the last, whatever there is: those in sight and a little beyond. */
export const rowsAround = (layout: GridLayout, { top, height }: { top: number; height: number }): [number, number] => [
  rowAt(layout, top - beyond),
  rowAt(layout, top + height + beyond),
];

/** Where the pictures of a row stand. */
export const tilesOf = (layout: GridLayout, ratios: ArrayLike<number>, row: number): Tile[] => {
  const [from, to] = [layout.starts[row] ?? 0, layout.starts[row + 1] ?? 0];
  const [top, height] = [layout.tops[row] ?? 0, layout.heights[row] ?? 0];
  const tiles: Tile[] = [];
  let left = 0;
  for (let at = from; at < to; at += 1) {
    const width = shownRatio(ratios[at] ?? 1) * height;
    tiles.push({ at, left, top, width, height });
    left += width + layout.gap;
  }
  return tiles;
};

/** The picture of another row that stands nearest below or above one. */
export const neighbour = (layout: GridLayout, ratios: ArrayLike<number>, at: number, rows: number): number => {
  const row = rowOf(layout, at);
  const target = row + rows;
  if (target < 0 || target >= layout.rows) return at;
  const middleOf = ({ left, width }: Tile): number => left + width / 2;
  const own = tilesOf(layout, ratios, row).find((tile) => tile.at === at);
  const wanted = own ? middleOf(own) : 0;
  const distance = (tile: Tile): number => Math.abs(middleOf(tile) - wanted);
  const tiles = tilesOf(layout, ratios, target);
  return tiles.reduce((best, tile) => (distance(tile) < distance(best) ? tile : best)).at;
};
