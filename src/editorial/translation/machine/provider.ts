import type { StudioLocale } from '#languages/locales.ts';

/** A machine that translates. None is there unless the installation names one. */
export interface MachineProvider {
  /** What people are told did it. */
  readonly name: string;
  /**
   * Translates texts in the marked form of `#translation/machine/marked-text.ts`.
   * @returns one text for each, in the same order: nothing of it is believed before it has been judged
   * @throws Failure `machine-unreachable`, `machine-refused`, `machine-useless`; the reason of `signal` when it is aborted
   */
  translate(
    texts: readonly string[],
    from: StudioLocale,
    to: StudioLocale,
    signal: AbortSignal,
  ): Promise<readonly string[]>;
}

/** Where a machine listens and what it is shown there. */
export interface MachineAddress {
  /** http(s), without a slash at the end. */
  readonly url: string;
  /** What it asks for; nothing where it asks for none. */
  readonly key?: string | undefined;
}
