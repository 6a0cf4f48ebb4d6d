import { parseArgs } from 'node:util';

/** What is to be measured. */
export interface Wanted<Part extends string> {
  /** All of them where none was named. */
  readonly parts: readonly Part[];
  /** Articles, each in four languages. */
  readonly articles: number;
  /** Whether it is the whole measurement at its full size, the only one that is worth writing down. */
  readonly isWhole: boolean;
}

/** The command line says what we cannot do; its words are for the person who typed it. */
export class Misuse extends Error {}

/** Fewer than the demo brings along cannot be had, and more than this is not a city but a country. */
const [fewest, most] = [50, 100_000];

const readOptions = (args: readonly string[]) => {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: { articles: { type: 'string' } } });
  } catch (cause) {
    throw new Misuse(cause instanceof Error ? cause.message : String(cause), { cause });
  }
};

const readNumber = (text: string): number => {
  const number = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (number >= fewest && number <= most) return number;
  throw new Misuse(`--articles wants a whole number from ${fewest} to ${most}, not "${text}"`);
};

/**
 * Reads `<part …> [--articles N]`.
 * @param known parts in the order in which they are measured, which is the order of the answer
 * @param usual number of articles where the command line names none
 * @throws Misuse for an unknown part or option, or a number that is none
 */
export const readWanted = <Part extends string>(
  args: readonly string[],
  known: readonly Part[],
  usual: number,
): Wanted<Part> => {
  const { values, positionals } = readOptions(args);
  const names: readonly string[] = known;
  const unknown = positionals.filter((name) => !names.includes(name));
  if (unknown.length > 0) throw new Misuse(`Unknown part: ${unknown.join(', ')}. There are ${known.join(', ')}.`);
  const articles = values.articles === undefined ? usual : readNumber(values.articles);
  const parts = positionals.length === 0 ? known : known.filter((name) => positionals.includes(name));
  return { parts, articles, isWhole: parts.length === known.length && articles === usual };
};
