export interface DecoderBounds {
  /** Processes at once. */
  readonly processes: number;
  /** Resident megabytes of each. */
  readonly memory: number;
  /** Seconds that one picture may take. */
  readonly seconds: number;
  /** Seconds without work after which a process ends and gives its memory back. */
  readonly rest: number;
  /** Tasks that may wait for a process; who comes after them is refused. */
  readonly waiting: number;
}

/** The largest picture that is taken in needs some 350 MB (measured) beside 100 MB of the process itself. */
export const usualBounds: DecoderBounds = {
  processes: 2,
  memory: 700,
  seconds: 90,
  rest: 30,
  waiting: Number.POSITIVE_INFINITY,
};

/**
 * For tiles, which strangers ask for: what is cut is no larger than the public limit, so it takes less of everything. Those
 * who wait are served within a second or two; more would only wait in vain.
 */
export const cutterBounds: DecoderBounds = { processes: 2, memory: 500, seconds: 20, rest: 30, waiting: 100 };
