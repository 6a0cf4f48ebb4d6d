import { parseArgs } from 'node:util';

/** What is to be measured. */
export interface Wanted<Part extends string> {
  /** All of them where none was named. */
  readonly parts: readonly Part[];
  /** Articles, each in four languages. */
  readonly articles: number;
  /** Articles as the command line says; null where it says nothing, for parts whose usual number is another one. */
  readonly askedArticles: number | null;
  /** Pictures that are taken in. */
  readonly pictures: number;
  /** Words that the name of a figure must hold to be measured, for parts that can leave figures out; empty: all figures. */
  readonly rows: string;
  /** Whether it is the whole measurement at its full size, the only one that is worth writing down. */
  readonly isWhole: boolean;
}

/** The command line says what we cannot do; its words are for the person who typed it. */
export class Misuse extends Error {}

/** What can be had of each: the demo brings fifty articles along, and more than this is not a city but a country. */
const bounds = { articles: [50, 100_000], pictures: [10, 100_000] } as const;
type Size = keyof typeof bounds;

const readOptions = (args: readonly string[]) => {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { articles: { type: 'string' }, pictures: { type: 'string' }, rows: { type: 'string' } },
    });
  } catch (cause) {
    throw new Misuse(cause instanceof Error ? cause.message : String(cause), { cause });
  }
};

const readSize = (size: Size, text: string | undefined, usual: number): number => {
  if (text === undefined) return usual;
  const [fewest, most] = bounds[size];
  const number = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (number >= fewest && number <= most) return number;
  throw new Misuse(`--${size} wants a whole number from ${fewest} to ${most}, not "${text}"`);
};

/**
 * Reads `<part …> [--articles N] [--pictures N] [--rows words]`.
 * @param known parts in the order in which they are measured, which is the order of the answer
 * @param usual numbers where the command line names none
 * @throws Misuse for an unknown part or option, or a number that is none
 */
export const readWanted = <Part extends string>(
  args: readonly string[],
  known: readonly Part[],
  usual: Readonly<Record<Size, number>>,
): Wanted<Part> => {
  const { values, positionals } = readOptions(args);
  const names: readonly string[] = known;
  const unknown = positionals.filter((name) => !names.includes(name));
  if (unknown.length > 0) throw new Misuse(`Unknown part: ${unknown.join(', ')}. There are ${known.join(', ')}.`);
  const articles = readSize('articles', values.articles, usual.articles);
  const pictures = readSize('pictures', values.pictures, usual.pictures);
  const parts = positionals.length === 0 ? known : known.filter((name) => positionals.includes(name));
  const askedArticles = values.articles === undefined ? null : articles;
  const rows = values.rows ?? '';
  const isUsual = askedArticles === null && pictures === usual.pictures && rows === '';
  return { parts, articles, askedArticles, pictures, rows, isWhole: parts.length === known.length && isUsual };
};
