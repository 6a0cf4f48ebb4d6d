/** A memory of so many units in a process of its own: tells how soon it answers, and how much room it takes. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { openMemoryFile } from '#editorial/translation/memory/memory-file.ts';
import { load } from '#editorial/translation/memory/studio-memory.ts';
import type { StudioLocale } from '#languages/locales.ts';
import { plainText } from '#translation/content.ts';
import { openMemoryIndex } from '#translation/memory/memory.ts';
import { comparedOf, similarityOf } from '#translation/memory/similarity.ts';
import type { MemoryUnit } from '#translation/memory/unit.ts';
import { madeUpUnits, numbersFrom, readSentences, reworded } from './made-up-memory.ts';

/** What such a process says. */
export interface MemoryMeasured {
  readonly many: number;
  readonly exact: readonly number[];
  readonly fuzzy: readonly number[];
  readonly phrases: readonly number[];
  /** Milliseconds of comparing with every unit, one after another. */
  readonly scanned: readonly number[];
  /** How often the index found as good a match as the comparison with every unit. */
  readonly agreed: number;
  readonly secondsToOpen: number;
  readonly megabytes: number;
  readonly megabytesOfFile: number;
}

const asked = 400;
const scans = 4;
const sees = (seal: string): boolean => seal === 'public|';
const ways: readonly (readonly [StudioLocale, StudioLocale])[] = [
  ['vi', 'en'],
  ['en', 'vi'],
  ['vi', 'fr'],
  ['fr', 'vi'],
  ['vi', 'zh'],
  ['zh', 'vi'],
];

const [folder = '', number = ''] = process.argv.slice(2);
const many = Number(number);
const sentences = readSentences();
const next = numbersFrom(5);

const fill = (path: string): void => {
  using file = openMemoryFile(path);
  let origin: MemoryUnit[] = [];
  const put = () => file.write(() => file.replace(origin[0]?.id ?? '', '1', origin));
  for (const unit of madeUpUnits(many, sentences)) {
    origin.push(unit);
    if (origin.length < 1000) continue;
    put();
    origin = [];
  }
  if (origin.length > 0) put();
};

const timed = (work: () => void): number => {
  const began = performance.now();
  work();
  return performance.now() - began;
};

const resident = (): number => {
  global.gc?.();
  return process.memoryUsage().rss / 1e6;
};

const path = join(folder, `memory-${many}.db`);
fill(path);
const before = resident();
using file = openMemoryFile(path);
const index = openMemoryIndex(file.read);
const opening = performance.now();
await load({ file, index });
const secondsToOpen = (performance.now() - opening) / 1000;
const megabytes = resident() - before;

/** Texts that stand in the memory. */
const samples = ways.flatMap(([from, to], way) =>
  Array.from({ length: Math.ceil(asked / ways.length) }, () => {
    for (;;) {
      const unit = file.read(1 + Math.floor(next() * many));
      const content = unit?.texts[from]?.content;
      if (content && unit.texts[to] && sees(unit.seal)) return { from, to, way, text: plainText(content) };
    }
  }),
);
const suggest = (text: string, from: StudioLocale, to: StudioLocale) =>
  index.suggest({ content: [{ text }], from, to, sees });
const edited = samples.map((one) => ({ ...one, text: reworded(one.text, one.from, 0.12, sentences, next) }));
for (const { text, from, to } of samples.slice(0, 40)) suggest(text, from, to);
const exact = samples.map(({ text, from, to }) => timed(() => suggest(text, from, to)));
const fuzzy = edited.map(({ text, from, to }) => timed(() => suggest(text, from, to)));
const phrases = samples.map(({ text, from, to }) => {
  const words = from === 'zh' ? text.slice(3, 7) : text.split(' ').slice(1, 3).join(' ');
  return timed(() => index.concordance({ phrase: words, from, to, sees }));
});

function* everything(): Generator<MemoryUnit> {
  for (let after = 0, units = file.units(0, 1000); units.length > 0; units = file.units(after, 1000)) {
    for (const { unit } of units) yield unit;
    after = units.at(-1)?.row ?? after;
  }
}

/** The best match as it is found by comparing with every unit. */
const scan = (text: string, from: StudioLocale, to: StudioLocale): number => {
  const mine = comparedOf([{ text }], from);
  let best = 0;
  for (const unit of everything()) {
    const content = unit.texts[from]?.content;
    if (!content || !unit.texts[to] || !sees(unit.seal)) continue;
    best = Math.max(best, similarityOf(mine, comparedOf(content, from)));
  }
  return best;
};

let agreed = 0;
const scanned = edited
  .filter((_, at) => at % Math.floor(edited.length / scans) === 0)
  .slice(0, scans)
  .map(({ text, from, to }) => {
    let best = 0;
    const time = timed(() => {
      best = scan(text, from, to);
    });
    const found = suggest(text, from, to)[0]?.percent ?? 0;
    if (found === (best >= 0.7 ? Math.floor(best * 100 + 1e-9) : 0)) agreed += 1;
    return time;
  });

const megabytesOfFile = statSync(path).size / 1e6;
const measured: MemoryMeasured = {
  ...{ many, exact, fuzzy, phrases, scanned, agreed, secondsToOpen, megabytes, megabytesOfFile },
};
process.send?.(measured);
process.disconnect?.();
