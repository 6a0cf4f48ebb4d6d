import { Failure } from '#errors/failure.ts';
import type { Words } from './words.ts';

/** What went wrong, for a program (`code`) and for a person (`message`). */
export interface FailureText {
  readonly code: string;
  readonly message: string;
  readonly values: Readonly<Record<string, string | number>>;
}

/** One readable message without a stack trace, whatever was thrown. */
export function failureText(error: unknown, t: Words): FailureText {
  if (error instanceof Failure) {
    return { code: error.code, message: t(`errors:${error.code}`, error.values), values: error.values };
  }
  const reason = error instanceof Error ? error.message : String(error);
  return { code: 'unexpected', message: t('cli:unexpected', { reason }), values: {} };
}
