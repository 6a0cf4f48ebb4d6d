import type { Where, WhereField } from 'payload';
import { inOneScript } from '#languages/one-script.ts';
import { cityNames } from '#translation/script/city-names.ts';
import { openToTraditional, type ToTraditional } from '#translation/script/to-traditional.ts';

const han = /\p{Script=Han}/u;
const searches = ['like', 'contains'] as const;

let known: ToTraditional | undefined;
const traditional = (text: string): string => {
  known ??= openToTraditional(cityNames);
  return known.text(text);
};

/** What somebody looks for, as it may stand in either script; as typed first. */
const writings = (text: string): string[] => {
  const simplified = inOneScript(text);
  return [...new Set([text, simplified, traditional(simplified)])];
};

const isSearch = (operator: string): boolean => searches.some((one) => one === operator);

/** The same condition once for each writing, beside the other operators on the field. */
const widened = (field: string, operators: WhereField): Where[] => {
  const others = Object.entries(operators).filter(([name]) => !isSearch(name));
  const sought = Object.entries(operators).filter(([name]) => isSearch(name));
  return [
    ...(others.length > 0 ? [{ [field]: Object.fromEntries(others) }] : []),
    ...sought.map(([name, text]) => ({
      or: (typeof text === 'string' ? writings(text) : [text]).map((one) => ({ [field]: { [name]: one } })),
    })),
  ];
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const asksForHan = (operators: unknown): operators is WhereField =>
  isObject(operators) && searches.some((name) => typeof operators[name] === 'string' && han.test(operators[name]));

/** What stands in a list of conditions may be anything: it came from outside. */
const each = (list: unknown): Where[] | undefined =>
  Array.isArray(list) ? list.map((one: Where) => (isObject(one) ? inEitherScript(one) : one)) : undefined;

/** A query in which every search for Chinese words finds them in Simplified and in Traditional characters. */
export const inEitherScript = ({ and, or, ...fields }: Where): Where => {
  const entries = Object.entries(fields);
  const kept = entries.filter(([, operators]) => !asksForHan(operators));
  const more = entries.flatMap(([field, operators]) => (asksForHan(operators) ? widened(field, operators) : []));
  const [every, some] = [each(and) ?? and, each(or) ?? or];
  const all = more.length > 0 ? [...(Array.isArray(every) ? every : []), ...more] : every;
  return {
    ...Object.fromEntries(kept),
    ...(some !== undefined && { or: some }),
    ...(all !== undefined && { and: all }),
  };
};
