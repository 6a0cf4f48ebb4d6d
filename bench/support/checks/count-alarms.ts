import type { Finding } from '#translation/checks/check.ts';
import type { CheckCode } from '#translation/checks/check-codes.ts';
import judgedAlarms from './judged-alarms.json' with { type: 'json' };
import { lookThrough } from './look-through.ts';
import type { TextPair } from './parallel-texts.ts';

const judged: Readonly<Record<string, readonly string[]>> = judgedAlarms;

/** Alarms that were read one by one and are mistakes of the translation. What nobody has read counts as false. */
const right: ReadonlySet<string> = new Set(
  Object.entries(judged).flatMap(([check, ids]) => ids.map((id) => `${check} ${id}`)),
);

const ofTarget = /^(?:french|english|vietnamese|chinese|doubled|foreign)-/;

/** How an alarm is named in the list of those that were read: by the target alone where only that is looked at. */
export const alarmId = (pair: TextPair, check: CheckCode): string => {
  const languages = ofTarget.test(check) ? pair.targetLocale : [pair.sourceLocale, pair.targetLocale].sort().join('-');
  return `${pair.id} ${languages}`;
};

export interface Alarms {
  readonly segments: number;
  readonly alarmed: number;
  readonly falsely: number;
  readonly byCheck: ReadonlyMap<CheckCode, { readonly alarmed: number; readonly falsely: number }>;
}

export const countAlarms = (
  pairs: readonly TextPair[],
  look: (pair: TextPair) => readonly Finding[] = lookThrough,
): Alarms => {
  const byCheck = new Map<CheckCode, { alarmed: number; falsely: number }>();
  let [alarmed, falsely] = [0, 0];
  for (const pair of pairs) {
    const checks = [...new Set(look(pair).map(({ check }) => check))];
    const wrong = checks.filter((check) => !right.has(`${check} ${alarmId(pair, check)}`));
    if (checks.length > 0) alarmed += 1;
    if (wrong.length > 0) falsely += 1;
    for (const check of checks) {
      const count = byCheck.get(check) ?? { alarmed: 0, falsely: 0 };
      byCheck.set(check, { alarmed: count.alarmed + 1, falsely: count.falsely + (wrong.includes(check) ? 1 : 0) });
    }
  }
  return { segments: pairs.length, alarmed, falsely, byCheck };
};
