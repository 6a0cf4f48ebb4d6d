import type { EmbeddedRecord } from '#media/metadata/embedded-record.ts';

/** Texts of a record by property, each behind its language where it has one. */
export const textsOf = ({ values }: EmbeddedRecord): Record<string, string[]> =>
  Object.fromEntries(
    Object.entries(values).map(([property, { said }]) => [
      property,
      said.map(({ lang, text }) => (lang ? `${lang}: ${text}` : text)),
    ]),
  );
