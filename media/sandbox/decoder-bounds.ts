export interface DecoderBounds {
  /** Processes at once. */
  readonly processes: number;
  /** Resident megabytes of each. */
  readonly memory: number;
  /** Seconds that one picture may take. */
  readonly seconds: number;
  /** Seconds without work after which a process ends and gives its memory back. */
  readonly rest: number;
}

/** The largest picture that is taken in needs some 350 MB (measured) beside 100 MB of the process itself. */
export const usualBounds: DecoderBounds = { processes: 2, memory: 700, seconds: 90, rest: 30 };
