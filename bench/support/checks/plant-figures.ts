import type { Fact, FactKind } from '#translation/facts/fact.ts';
import { factsOf } from '#translation/facts/facts.ts';
import type { TextPair } from './parallel-texts.ts';
import { factChecks, instead, type Plant, replaceAt } from './plant.ts';
import { pick } from './random.ts';

/** Another figure in the place of one of the number, but no nought in front. */
const changeFigure = (text: string, random: () => number): string => {
  const places = [...text.matchAll(/\d/g)].map(({ index }) => index);
  const at = pick(random, places) ?? 0;
  const figures = [...'123456789'].filter((figure) => figure !== text[at]);
  return replaceAt(text, at, at + 1, pick(random, figures) ?? '1');
};

/** Two figures beside each other change places, where that makes another number. */
const swapFigures = (text: string, random: () => number): string | undefined => {
  const places = [...text.matchAll(/(?=(\d)(?!\1)([1-9]))/g)].map(({ index }) => index);
  const at = pick(random, places);
  if (at === undefined) return undefined;
  return replaceAt(text, at, at + 2, `${text[at + 1]}${text[at]}`);
};

/** Facts in digits that the translator has from the source. */
const sharedFacts = ({ source, target, sourceLocale, targetLocale }: TextPair, kinds: readonly FactKind[]): Fact[] => {
  const said = new Set(factsOf(source, sourceLocale).map(({ value }) => value));
  return factsOf(target, targetLocale).filter(
    ({ kind, value, inWords }) => kinds.includes(kind) && !inWords && said.has(value) && value !== '1',
  );
};

type Change = (text: string, random: () => number) => string | undefined;

const figurePlant = (name: string, kinds: readonly FactKind[], change: Change): Plant => ({
  name,
  isFact: true,
  checks: factChecks,
  into: (pair, random) => {
    const found = pick(
      random,
      sharedFacts(pair, kinds).filter(({ start, end }) => /\d/.test(pair.target.slice(start, end))),
    );
    if (!found) return undefined;
    const changed = change(pair.target.slice(found.start, found.end), random);
    return changed === undefined ? undefined : instead(pair, replaceAt(pair.target, found.start, found.end, changed));
  },
});

/** Mistakes in the figures that stand in the corpus. */
export const figurePlants: readonly Plant[] = [
  figurePlant('a figure of a number changed', ['number', 'quantity'], changeFigure),
  figurePlant('two figures of a number swapped', ['number', 'quantity'], swapFigures),
  figurePlant('a number left out', ['number', 'quantity'], (text) => text.replace(/\d[\d.,\s]*/, '')),
  figurePlant('a figure of a date or year changed', ['date'], changeFigure),
  figurePlant('a figure of a percentage changed', ['percent'], changeFigure),
  figurePlant('a figure of an amount changed', ['amount'], changeFigure),
  figurePlant('a figure of a time changed', ['time'], changeFigure),
];
