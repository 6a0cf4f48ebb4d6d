import { Failure } from '#errors/failure.ts';
import { readTbx } from '#translation/exchange/tbx/read-tbx.ts';
import { writeTbx } from '#translation/exchange/tbx/write-tbx.ts';
import { type Concept, isConceptKind, type TermForm } from '#translation/terms/concept.ts';
import { conceptId, isDay, isName, longestForm } from '#translation/terms/form-bounds.ts';
import { readCsv } from '#translation/terms/read-csv.ts';
import { writeCsv } from '#translation/terms/write-csv.ts';

export const namesFormats = ['tbx', 'csv'] as const;
export type NamesFormat = (typeof namesFormats)[number];

/** @throws Failure `names-file-kind` */
export const formatOf = (file: string): NamesFormat => {
  const [, ending = ''] = /\.([a-z]+)$/i.exec(file) ?? [];
  const format = namesFormats.find((one) => one === ending.toLowerCase());
  if (!format) throw new Failure('names-file-kind', { file: file.slice(-100) });
  return format;
};

const textOf = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new Failure('names-file-encoding', {}, { cause });
  }
};

const tooLong = (form: TermForm): string | undefined =>
  (['term', 'traditional', 'reason', 'note', 'source'] as const).find(
    (name) => (form[name] ?? '').length > longestForm[name],
  );

const faultIn = ({ id, kind, definition, forms }: Concept): string | undefined => {
  if (!conceptId.test(id)) return 'id';
  if (!isConceptKind(kind)) return 'kind';
  if ((definition ?? '').length > longestForm.definition) return 'definition';
  if (forms.length > 200) return 'forms';
  for (const form of forms) {
    if (!isName(form.term)) return 'term';
    const days = (['validFrom', 'validUntil'] as const).find((name) => form[name] && !isDay(form[name]));
    const fault = tooLong(form) ?? days;
    if (fault) return fault;
  }
  return undefined;
};

const inNfc = (form: TermForm): TermForm =>
  Object.fromEntries(
    Object.entries(form).map(([name, value]) => [name, typeof value === 'string' ? value.normalize('NFC') : value]),
  ) as unknown as TermForm;

const readTerms = async (bytes: Uint8Array): Promise<Concept[]> => {
  const concepts: Concept[] = [];
  const once = async function* () {
    yield bytes;
  };
  for await (const { concept } of readTbx(once())) {
    if (concept) concepts.push({ ...concept, forms: concept.forms.map(inNfc) });
  }
  return concepts;
};

/**
 * Reads a file of names whole; what of it concerns languages that the studio does not know is left out.
 * @param file its name, which tells the form by its ending
 * @returns concepts in the order of the file
 * @throws Failure `names-…` with row and column, `exchange-…` with line and column
 */
export const readNames = async (file: string, bytes: Uint8Array): Promise<Concept[]> => {
  const concepts = formatOf(file) === 'csv' ? readCsv(textOf(bytes)) : await readTerms(bytes);
  const seen = new Set<string>();
  for (const concept of concepts) {
    const field = seen.has(concept.id) ? 'id' : faultIn(concept);
    if (field) throw new Failure('names-entry-invalid', { concept: concept.id.slice(0, 64), field });
    seen.add(concept.id);
  }
  return concepts;
};

/** Concepts as a file, in UTF-8, in pieces. */
export const writeNames = async function* (
  format: NamesFormat,
  concepts: Iterable<Concept>,
): AsyncGenerator<string, void> {
  if (format === 'csv') yield writeCsv(concepts);
  else yield* writeTbx({ title: 'Bến Thành', locale: 'vi' }, concepts);
};
