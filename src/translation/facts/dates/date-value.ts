/** Parts of a date as they were read; what the text does not say is missing. */
export interface DateParts {
  readonly year?: number | undefined;
  readonly month?: number | undefined;
  readonly day?: number | undefined;
}

const two = (number: number): string => String(number).padStart(2, '0');

const isPossible = ({ year, month, day }: DateParts): boolean =>
  (year === undefined || (year >= 1 && year <= 2999)) &&
  (month === undefined || (month >= 1 && month <= 12)) &&
  (day === undefined || (day >= 1 && day <= (month === undefined ? 31 : (lengths[month - 1] ?? 31))));

const lengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * A date as text: `2026-05-03`, `2026-05`, `2026`, `--05-03`, `--05`, `---03` (ISO 8601, as far as it goes).
 * @returns undefined for a date that the calendar does not have
 */
export const dateValue = (parts: DateParts): string | undefined => {
  if (!isPossible(parts)) return undefined;
  const { year, month, day } = parts;
  if (month === undefined) {
    if (day !== undefined) return year === undefined ? `---${two(day)}` : undefined;
    return year === undefined ? undefined : String(year).padStart(4, '0');
  }
  const front = year === undefined ? '--' : `${String(year).padStart(4, '0')}-`;
  return `${front}${two(month)}${day === undefined ? '' : `-${two(day)}`}`;
};

const shapes = [
  /^(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)$/,
  /^(?<year>\d{4})-(?<month>\d\d)$/,
  /^(?<year>\d{4})$/,
  /^--(?<month>\d\d)-(?<day>\d\d)$/,
  /^--(?<month>\d\d)$/,
  /^---(?<day>\d\d)$/,
];

/** The parts of a value of `dateValue`; undefined where it is none. */
export const partsOfDate = (value: string): DateParts | undefined => {
  for (const shape of shapes) {
    const groups = shape.exec(value)?.groups;
    if (!groups) continue;
    const number = (name: string) => (groups[name] === undefined ? undefined : Number(groups[name]));
    return { year: number('year'), month: number('month'), day: number('day') };
  }
  return undefined;
};
