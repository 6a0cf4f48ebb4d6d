import type { StudioLocale } from '#languages/locales.ts';
import type { TextPair } from './parallel-texts.ts';
import { factChecks, instead, type Plant } from './plant.ts';
import { pick } from './random.ts';
import { dateIn, dongIn, monthCount, numberWords, type PlainDate, saidIn, timeIn, weekdays } from './said-alike.ts';

/** Two things that differ as mistakes do; each is said in every language. */
interface Two {
  readonly right: (locale: StudioLocale) => string;
  readonly wrong: (locale: StudioLocale) => string;
}

const behind = (text: string, said: string): string => `${text} (${said})`;

/**
 * What the news of the corpus have too little of is put behind both texts in brackets, in each language's own words; then the target
 * gets another one.
 */
const addedPlant = (name: string, make: (random: () => number) => Two): Plant => ({
  name,
  isFact: true,
  checks: factChecks,
  into: (pair: TextPair, random) => {
    const { right, wrong } = make(random);
    const source = behind(pair.source, right(pair.sourceLocale));
    const good = { source, target: behind(pair.target, right(pair.targetLocale)) };
    return instead(good, behind(pair.target, wrong(pair.targetLocale)));
  },
});

const whole = (random: () => number, from: number, to: number): number => from + Math.floor(random() * (to - from + 1));

const alike = (right: string, wrong: string): Two => ({ right: () => right, wrong: () => wrong });

const dates = (change: (date: PlainDate, random: () => number) => PlainDate) => (random: () => number) => {
  const date = { day: whole(random, 2, 26), month: whole(random, 0, monthCount - 1), year: whole(random, 1975, 2026) };
  const other = change(date, random);
  return {
    right: (locale: StudioLocale) => dateIn(date, locale),
    wrong: (locale: StudioLocale) => dateIn(other, locale),
  };
};

const nextOf = <Item>(list: readonly Item[], random: () => number): [Item | undefined, Item | undefined] => {
  const at = whole(random, 0, list.length - 1);
  return [list[at], list[(at + 1) % list.length]];
};

const digits = (random: () => number, count: number): string =>
  Array.from({ length: count }, () => String(whole(random, 1, 9))).join('');

/** Another figure in the middle. */
const turned = (text: string): string => text.replace(/\d(?=\D*$)/, (figure) => String((Number(figure) % 9) + 1));

export const addedPlants: readonly Plant[] = [
  addedPlant(
    'another month',
    dates((date) => ({ ...date, month: (date.month + 1) % monthCount })),
  ),
  addedPlant(
    'another day of a date',
    dates((date, random) => ({ ...date, day: date.day === 26 ? 2 : date.day + whole(random, 1, 2) })),
  ),
  addedPlant(
    'another year of a date',
    dates((date) => ({ ...date, year: date.year - 1 })),
  ),
  addedPlant('another day of the week', (random) => {
    const [right, wrong] = nextOf(weekdays, random);
    return {
      right: (locale) => (right ? saidIn(right, locale) : ''),
      wrong: (locale) => (wrong ? saidIn(wrong, locale) : ''),
    };
  }),
  addedPlant('another hour', (random) => {
    const [hour, minute] = [whole(random, 2, 9), pick(random, ['15', '30', '45']) ?? '30'];
    return { right: (locale) => timeIn(hour, minute, locale), wrong: (locale) => timeIn(hour + 1, minute, locale) };
  }),
  addedPlant('a nought too many in an amount', (random) => {
    const thousands = whole(random, 2, 990) * 10;
    return { right: (locale) => dongIn(thousands, locale), wrong: (locale) => dongIn(thousands * 10, locale) };
  }),
  addedPlant('another number in words', (random) => {
    const [right, wrong] = nextOf(numberWords, random);
    return {
      right: (locale) => (right ? saidIn(right, locale) : ''),
      wrong: (locale) => (wrong ? saidIn(wrong, locale) : ''),
    };
  }),
  addedPlant('a figure of a telephone number changed', (random) => {
    const phone = `+84 28 ${digits(random, 4)} ${digits(random, 4)}`;
    return alike(phone, turned(phone));
  }),
  addedPlant('a figure of a document number changed', (random) => {
    const number = digits(random, 4);
    return alike(`${number}/QĐ-UBND`, `${turned(number)}/QĐ-UBND`);
  }),
  addedPlant('another address', (random) => {
    const page = digits(random, 3);
    return alike(`https://hochiminhcity.gov.vn/news/${page}`, `https://hochiminhcity.gov.vn/news/${turned(page)}`);
  }),
];
