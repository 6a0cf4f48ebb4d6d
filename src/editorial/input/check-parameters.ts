import { Failure } from '#errors/failure.ts';
import { isStudioLocale } from '#languages/locales.ts';

/** Names that take one value. */
const single = [
  'after',
  'allSessions',
  'autosave',
  'before',
  'depth',
  'draft',
  'fallback-locale',
  'fallbackLocale',
  'flattenLocales',
  'image',
  'limit',
  'locale',
  'overrideLock',
  'page',
  'pagination',
  'publishAllLocales',
  'publishSpecificLocale',
  'state',
  'trash',
  'unpublishAllLocales',
  'width',
];
/** Names that hold a structure: `where[title][equals]=x`, `sort=a,b`. */
const structured = ['data', 'joins', 'populate', 'select', 'sort', 'src', 'uploadEdits', 'where'];
const known = new Set([...single, ...structured]);

/** Structures that may come whole, as JSON, besides name by name. */
const whole = ['data', 'where'];

const isStructure = (text: string): boolean => {
  try {
    return text === '' || JSON.parse(text) !== undefined;
  } catch {
    return false;
  }
};

/** Names that every object of JavaScript has: the reader of queries drops them, and what they stood in would be asked without them. */
const ofEveryObject = (name: string): boolean => name.split(/[[\].]+/).some((part) => part in Object.prototype);

/**
 * Looks at the query of a request before anything else does: a closed list of names, and a language of ours. Payload
 * ignores names that it does not know, and in an unknown language it recognises nobody.
 *
 * @param more names that the address takes besides, each with one value
 * @throws Failure `parameter-unknown`, `parameter-repeated`, `parameter-invalid`
 */
export const checkParameters = (query: URLSearchParams, more: readonly string[] = []): void => {
  for (const [name, value] of query) {
    const parameter = name.slice(0, 60).toWellFormed();
    const [first = ''] = name.split('[');
    if (ofEveryObject(name) || (!known.has(first) && !more.includes(name)))
      throw new Failure('parameter-unknown', { parameter });
    if (whole.includes(name) && !isStructure(value)) throw new Failure('parameter-invalid', { parameter });
    if ((single.includes(first) || more.includes(name)) && query.getAll(name).length > 1)
      throw new Failure('parameter-repeated', { parameter });
  }
  const locale = query.get('locale');
  if (locale !== null && locale !== '' && locale !== 'all' && !isStudioLocale(locale))
    throw new Failure('parameter-invalid', { parameter: 'locale' });
};
