/** What tells which of two masters of the same picture is worth more. */
export interface Worth {
  readonly display: string | null;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly type: string;
  readonly bytes: number;
}

/** Types of file that lose nothing of the pixels that they were given. */
const lossless: ReadonlySet<string> = new Set(['image/tiff', 'image/png']);

const rankOf = ({ display }: Worth): number => ['none', 'preview', 'whole'].indexOf(display ?? 'whole');
const pixels = ({ width, height }: Worth): number => width * height;

/**
 * Which master to keep: what can be shown whole, then the one with more pixels, then the one that was not compressed with
 * loss, then the one with more bytes for the same pixels.
 * @returns above 0 when the first is better, below 0 when the second is
 */
export const compareWorth = (one: Worth, other: Worth): number =>
  rankOf(one) - rankOf(other) ||
  pixels(one) - pixels(other) ||
  Number(lossless.has(one.type)) - Number(lossless.has(other.type)) ||
  one.bytes - other.bytes;
