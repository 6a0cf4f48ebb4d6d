import { Failure } from '#errors/failure.ts';

const operators = new Set([
  'equals',
  'not_equals',
  'in',
  'not_in',
  'all',
  'exists',
  'greater_than',
  'greater_than_equal',
  'less_than',
  'less_than_equal',
  'like',
  'not_like',
  'contains',
]);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);

const invalid = (parameter: string) =>
  new Failure('parameter-invalid', { parameter: parameter.slice(0, 60).toWellFormed() });

const isScalar = (value: unknown): boolean =>
  value === null || value instanceof Date || ['string', 'number', 'boolean'].includes(typeof value);

/** The others compare with one value; a list makes a query that some database cannot read. */
const ofLists = new Set(['in', 'not_in', 'all']);

const checkValue = (path: string, operator: string, value: unknown): void => {
  if (Array.isArray(value) && !ofLists.has(operator)) throw invalid(path);
  const values = Array.isArray(value) ? value : [value];
  if (values.length > 500) throw invalid(path);
  for (const one of values) {
    if (!isScalar(one)) throw invalid(path);
    if (typeof one === 'string' && (!one.isWellFormed() || one.includes('\u0000') || one.length > 1000))
      throw invalid(path);
  }
};

/**
 * Looks at a condition before a database does: nothing but known operators on paths, nothing but plain values under
 * them, not too deep.
 *
 * @throws Failure `parameter-invalid`
 */
export const checkWhere = (where: unknown, depth = 0): void => {
  if (where === undefined || where === null) return;
  if (!isObject(where) || depth > 8) throw invalid('where');
  for (const [path, condition] of Object.entries(where)) {
    if (/^(and|or)$/i.test(path)) {
      if (!Array.isArray(condition) || condition.length > 100) throw invalid(path);
      for (const part of condition) checkWhere(part, depth + 1);
    } else {
      checkCondition(path, condition);
    }
  }
};

const checkCondition = (path: string, condition: unknown): void => {
  if (!/^[A-Za-z0-9_.-]{1,100}$/.test(path) || !isObject(condition)) throw invalid(path);
  for (const [operator, value] of Object.entries(condition)) {
    if (!operators.has(operator)) throw invalid(path);
    checkValue(path, operator, value);
  }
};

/** @throws Failure `parameter-invalid` for a sort that is no list of paths */
export const checkSort = (sort: unknown): void => {
  const names = Array.isArray(sort)
    ? sort
    : typeof sort === 'string'
      ? sort.split(',')
      : sort === undefined
        ? []
        : [null];
  if (names.length > 5) throw invalid('sort');
  for (const name of names) {
    if (typeof name !== 'string' || !/^-?[A-Za-z0-9_.]{1,100}$/.test(name)) throw invalid('sort');
  }
};

/** Most rows in one answer; 0 asks for all. */
const mostRows = 1000;

/** @throws Failure `parameter-invalid` for a page or a number of rows that is none */
export const checkPaging = (limit: unknown, page: unknown): void => {
  if (!isCount(limit) || Number(limit ?? 0) > mostRows) throw invalid('limit');
  if (!isCount(page)) throw invalid('page');
};

const isCount = (value: unknown): boolean =>
  value === undefined || value === null || (Number.isSafeInteger(Number(value)) && Number(value) >= 0);
