import type { FailureValues } from '#errors/failure.ts';
import type { StudioLocale } from '#languages/locales.ts';
import { listed } from '#languages/punctuation.ts';
import { fieldWords } from './field-words.ts';
import { hasWords, speak } from './speak.ts';

/** Stands in a failure for a person whose name nobody knows. */
const nobody = '–';

const levelWords = (language: StudioLocale, level: string): string =>
  hasWords(language, 'studio', `level.${level}`) ? speak(language, 'studio', `level.${level}`) : level;

/** The values of a failure as a person reads them: fields as the form names them, levels and people by their names. */
export const spoken = (values: FailureValues, language: StudioLocale): FailureValues => ({
  ...values,
  ...(typeof values.field === 'string' && { field: fieldWords(language, values.field) }),
  ...(typeof values.fields === 'string' && {
    fields: listed(
      values.fields.split(',').map((field) => fieldWords(language, field.trim())),
      language,
    ),
  }),
  ...(typeof values.level === 'string' && { level: levelWords(language, values.level) }),
  ...(values.by === nobody && { by: speak(language, 'studio', 'conflict.somebody') }),
});
