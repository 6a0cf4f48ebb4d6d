import { Failure } from '#errors/failure.ts';
import type { FailureCode } from '#errors/failures.ts';
import { isStudioLocale, type StudioLocale, studioLocales } from '#languages/locales.ts';
import { speak } from '../../words/speak.ts';

const damaged: readonly FailureCode[] = ['sealed-damaged', 'sealed-foreign', 'sealed-malformed'];

/** Whether a text is lost for good, by itself and for everybody, and not out of reach of this process at this moment. */
export const isLost = (cause: unknown): cause is Failure =>
  cause instanceof Failure && (cause.code === 'seal-key-destroyed' || damaged.includes(cause.code));

const words = (language: StudioLocale, code: FailureCode): string =>
  speak(language, 'studio', code === 'seal-key-destroyed' ? 'text.destroyed' : 'text.damaged');

const allWords: ReadonlySet<unknown> = new Set(
  studioLocales.flatMap((language) =>
    (['seal-key-destroyed', 'sealed-damaged'] as const).map((code) => words(language, code)),
  ),
);

/**
 * What a list shows in the place of a text that is lost: it says so in the language of the text, and is nothing where the text is of none. In
 * that of whoever reads it two people would see different things who have to agree on the same.
 * @param place of the text, with its language behind it where it has one
 */
export const inPlaceOf = (place: string, { code }: Failure): string | null => {
  const language = place.split('.').at(-1);
  return isStudioLocale(language) ? words(language, code) : null;
};

/** Whether somebody who changes many records at once brings back what the list showed: that is no text, and is not kept as one. */
export const stoodInPlace = (value: unknown): boolean => allWords.has(value);
