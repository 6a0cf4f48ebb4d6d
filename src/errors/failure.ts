import { type Audience, type FailureCode, failures } from './failures.ts';

/** Values that the words of a failure name, for example `{ field: 'title', max: 300 }`. Never content of a document. */
export type FailureValues = Readonly<Record<string, string | number>>;

/** Worn by every failure, whichever copy of this module made it. */
const brand = Symbol.for('benthanh.failure');

/** One thing that failed: a code for programs, values for the words that people read, a cause for the investigator. */
export class Failure extends Error {
  readonly code: FailureCode;
  readonly values: FailureValues;

  constructor(code: FailureCode, values: FailureValues = {}, options?: { cause?: unknown }) {
    super(code, options);
    this.name = 'Failure';
    this.code = code;
    this.values = values;
  }

  get [brand](): true {
    return true;
  }

  /** HTTP status of this kind of failure. */
  get status(): number {
    return failures[this.code].status;
  }

  /** Who may read its words. */
  get audience(): Audience {
    return failures[this.code].audience;
  }
}

/**
 * The studio's pages are bundled in pieces, and what watches over the archive is not bundled at all: a process has several copies of this
 * class, and a failure of any of them is one.
 */
Object.defineProperty(Failure, Symbol.hasInstance, {
  value(this: unknown, value: unknown): boolean {
    if (this !== Failure) return Function.prototype[Symbol.hasInstance].call(this, value);
    return value instanceof Error && brand in value;
  },
});
