import { Failure } from '#errors/failure.ts';

/** Deepest nesting that any editor makes, with room: a table in a list in a box has about twenty levels. */
const deepest = 64;
/** Most values in one document. */
const most = 50_000;

/** What text may not hold: control characters other than tab, line feed and carriage return, and non-characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const broken = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/;

const keyIsFit = (key: string): boolean =>
  key.length <= 100 && !key.startsWith('$') && !key.includes('.') && key !== '__proto__' && key !== 'constructor';

/**
 * A copy of what somebody sent, with all text in NFC.
 *
 * @param field name that a refusal gives: the top-level field in which the value stands
 * @throws Failure `text-malformed` for lone surrogates and control characters, `field-unknown` for keys that databases
 *   would read as operators or paths, `field-invalid` for what is too deep or too much
 */
export const clean = (value: unknown, field: string): unknown => {
  let count = 0;
  const visit = (part: unknown, depth: number): unknown => {
    if (++count > most || depth > deepest) throw new Failure('field-invalid', { field });
    if (typeof part === 'string') return cleanText(part, field);
    if (part === null || typeof part !== 'object') return part;
    if (Array.isArray(part)) return part.map((item) => visit(item, depth + 1));
    if (part instanceof Date) return part;
    return Object.fromEntries(
      Object.entries(part).map(([key, inner]) => {
        if (!keyIsFit(key)) throw new Failure('field-unknown', { field: key.slice(0, 60).toWellFormed() });
        return [key, visit(inner, depth + 1)];
      }),
    );
  };
  return visit(value, 0);
};

const cleanText = (text: string, field: string): string => {
  if (!text.isWellFormed() || broken.test(text)) throw new Failure('text-malformed', { field });
  return text.normalize('NFC');
};
