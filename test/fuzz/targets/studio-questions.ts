import { deepStrictEqual } from 'node:assert';
import { checkParameters } from '#editorial/input/check-parameters.ts';
import { checkPaging, checkSort, checkWhere } from '#editorial/input/check-query.ts';
import { clean } from '#editorial/input/clean.ts';
import { isRealDay, isRealInstant, isZone } from '#editorial/input/real-date.ts';
import { bytesOf, type Target, textOf, usualSteps } from '../target.ts';

const parameters: Target = {
  name: 'studio-parameters',
  samples: () =>
    [
      'where[title][equals]=x&sort=-updatedAt&limit=10&locale=vi',
      'where={"a":{"equals":1}}&depth=0',
      'data={}&locale=all',
    ].map(bytesOf),
  words: [
    '&',
    '=',
    '[',
    ']',
    'where',
    '[$ne]',
    'locale=',
    '%00',
    '%ff',
    'sort=',
    'data=',
    '{',
    '}',
    '__proto__',
    '%F0%9F',
  ],
  codes: /^parameter-/,
  steps: usualSteps,
  read: (bytes) => checkParameters(new URLSearchParams(textOf(bytes))),
};

const parsed = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(textOf(bytes));
  } catch {
    return textOf(bytes);
  }
};

/** A condition, an order and a page, whatever shape they come in. */
const condition: Target = {
  name: 'studio-condition',
  samples: () =>
    [
      '{"and":[{"title":{"like":"x"}},{"or":[{"id":{"in":["a","b"]}},{"createdAt":{"less_than":"2026-01-01"}}]}]}',
      '"-updatedAt,title"',
      '{"marking.seal":{"equals":null}}',
      '10',
    ].map(bytesOf),
  words: [
    '{"and":[',
    '{"or":[',
    ']}',
    '{',
    '}',
    '"equals":',
    '"$ne":',
    '[',
    ']',
    '"in":',
    '\\u0000',
    '\\ud800',
    '"__proto__":',
    'null',
  ],
  codes: /^parameter-invalid$/,
  steps: usualSteps,
  read: (bytes) => {
    const value = parsed(bytes);
    if (typeof value === 'string') checkSort(value);
    else if (typeof value === 'number') checkPaging(value, value);
    else checkWhere(value);
  },
};

/** A document as somebody sends it. What is let through is let through unchanged the second time. */
const document: Target = {
  name: 'studio-document',
  samples: () =>
    [
      '{"title":"Chợ","body":{"root":{"children":[{"type":"paragraph","children":[{"type":"text","text":"a"}]}]}}}',
      '{"topics":["a"],"appearsAt":"2026-03-01T08:00:00Z","marking":{"level":"public"}}',
    ].map(bytesOf),
  words: [
    '{"a":',
    '[',
    ']',
    '}',
    '"$ne":1',
    '"a.b":1',
    '"__proto__":{}',
    '"constructor":1',
    '\\u0000',
    '\\ud800',
    'e\u0301',
    '\uffff',
    '"',
  ],
  codes: /^(text-malformed|field-unknown|field-invalid)$/,
  steps: usualSteps,
  read: (bytes) => {
    const value = clean(parsed(bytes), 'body');
    deepStrictEqual(clean(value, 'body'), value);
    const text = textOf(bytes).slice(0, 100);
    for (const is of [isRealInstant, isRealDay, isZone]) is(text);
  },
};

export const studioTargets: readonly Target[] = [parameters, condition, document];
