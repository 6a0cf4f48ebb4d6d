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

/** A file as it comes, in pieces of any size. */
export type Pieces = AsyncIterable<Uint8Array>;

const textOf = async (pieces: Pieces): Promise<string> => {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decode = (piece?: Uint8Array): string => {
    try {
      return piece ? decoder.decode(piece, { stream: true }) : decoder.decode();
    } catch (cause) {
      throw new Failure('names-file-encoding', {}, { cause });
    }
  };
  let text = '';
  for await (const piece of pieces) text += decode(piece);
  return text + decode();
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

const readTerms = async (pieces: Pieces): Promise<Concept[]> => {
  const concepts: Concept[] = [];
  for await (const { concept } of readTbx(pieces)) {
    if (concept) concepts.push({ ...concept, forms: concept.forms.map(inNfc) });
  }
  return concepts;
};

/**
 * Reads a file of names to its end; what of it concerns languages that the studio does not know is left out. Of TBX only the entries
 * are held, of CSV its text too.
 * @param file its name, which tells the form by its ending
 * @returns concepts in the order of the file
 * @throws Failure `names-…` with row and column, `exchange-…` with line and column
 */
export const readNames = async (file: string, pieces: Pieces): Promise<Concept[]> => {
  const concepts = formatOf(file) === 'csv' ? readCsv(await textOf(pieces)) : await readTerms(pieces);
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
