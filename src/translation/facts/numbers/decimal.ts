import type { StudioLocale } from '#languages/locales.ts';

/** A number without what is written for the eye: `1234.5`, no leading or closing zeros. */
export type Decimal = string;

/** Which of `.` and `,` stands before the decimals in a language's own writing. */
const decimalSign: Record<StudioLocale, '.' | ','> = { vi: ',', en: '.', fr: ',', zh: '.' };

const tidy = (whole: string, fraction = ''): Decimal => {
  const front = whole.replace(/^0+(?=\d)/, '') || '0';
  const back = fraction.replace(/0+$/, '');
  return back === '' ? front : `${front}.${back}`;
};

const isGrouped = (groups: readonly string[]): boolean =>
  /^[1-9]\d{0,2}$/.test(groups[0] ?? '') && groups.slice(1).every((group) => group.length === 3);

/**
 * What a number in digits can mean, the likelier first; none where it is no number (`1.2.3`).
 *
 * `1,234` is one thousand in English and one and a bit in Vietnamese by the rule, but writers of Vietnamese and French keep the English
 * comma often enough: then both are told.
 */
export const readDigits = (raw: string, locale: StudioLocale): readonly Decimal[] => {
  const text = raw.replace(/[\s'’]/g, '');
  const signs = [...text].filter((sign) => sign === '.' || sign === ',');
  if (signs.length === 0) return [tidy(text)];
  const last = signs.at(-1) ?? '.';
  const at = text.lastIndexOf(last);
  const [before, after] = [text.slice(0, at), text.slice(at + 1)];
  if (signs.length === 1) {
    const decimal = tidy(before, after);
    if (after.length !== 3 || !/^[1-9]\d{0,2}$/.test(before)) return [decimal];
    const grouped = tidy(before + after);
    return last === decimalSign[locale] ? [decimal, grouped] : [grouped, decimal];
  }
  const groups = text.split(/[.,]/);
  if (new Set(signs).size === 1) return isGrouped(groups) ? [tidy(groups.join(''))] : [];
  const others = before.split(signs[0] ?? ',');
  const isSound = !signs.slice(0, -1).includes(last) && isGrouped(others);
  return isSound ? [tidy(others.join(''), after)] : [];
};

/** A number times a power of ten: `2.4` and 6 are `2400000`. */
export const shifted = (number: Decimal, zeros: number): Decimal => {
  const [whole = '0', fraction = ''] = number.split('.');
  const moved = fraction.padEnd(zeros, '0');
  return tidy(whole + moved.slice(0, zeros), moved.slice(zeros));
};

/** The sum of two numbers of which the second has no decimals that the first could meet. */
export const sum = (one: Decimal, other: Decimal): Decimal => {
  const zeros = Math.max(one.split('.')[1]?.length ?? 0, other.split('.')[1]?.length ?? 0);
  const total = (BigInt(shifted(one, zeros)) + BigInt(shifted(other, zeros))).toString().padStart(zeros + 1, '0');
  return zeros === 0 ? tidy(total) : tidy(total.slice(0, -zeros), total.slice(-zeros));
};
