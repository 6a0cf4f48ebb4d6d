import { Failure } from '#errors/failure.ts';
import { failureOfMachine } from '#errors/of-the-machine.ts';
import type { Words } from './words.ts';

/** What went wrong, for a program (`code`) and for a person (`message`). */
export interface FailureText {
  readonly code: string;
  readonly message: string;
  readonly values: Readonly<Record<string, string | number>>;
}

/** One readable message without a stack trace, whatever was thrown. */
export function failureText(error: unknown, t: Words): FailureText {
  const failure = error instanceof Failure ? error : failureOfMachine(error);
  if (failure) {
    return { code: failure.code, message: t(`errors:${failure.code}`, failure.values), values: failure.values };
  }
  const reason = error instanceof Error ? error.message : String(error);
  return { code: 'unexpected', message: t('cli:unexpected', { reason }), values: {} };
}
