import type { PayloadRequest } from 'payload';
import type { KnownRemoval } from '#audit-log/known-removal.ts';
import type { LogReport } from '#audit-log/verify-log.ts';
import type { Choice } from '../../gate/audit/chosen-lines.ts';
import type { LineForm } from '../../gate/audit/line-forms.ts';

/** Lines of the log that somebody takes out. */
export interface Taking {
  readonly req: PayloadRequest;
  readonly form: LineForm;
  readonly choice: Choice;
  /** Whether whoever takes them is cleared for all that the log can name. */
  readonly seesAll: boolean;
}

/** The log, looked at from its first line to its last before any of it goes out. */
export interface CheckedLog {
  readonly dir: string;
  readonly removals: readonly KnownRemoval[];
  readonly report: Pick<LogReport<never>, 'size' | 'root' | 'fault' | 'removed'>;
  /** Lines that were asked for, of whomever. */
  readonly chosen: number;
}
