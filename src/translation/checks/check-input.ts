import type { StudioLocale } from '#languages/locales.ts';
import { type Content, plainText } from '../content.ts';
import { compareFacts, type Difference } from '../facts/compare.ts';
import type { Fact } from '../facts/fact.ts';
import { factsOf } from '../facts/facts.ts';
import { bareUnits } from '../facts/measures/bare-units.ts';
import { type Change, typeset } from '../typography/typeset.ts';
import type { CheckedPair, CheckInput, Side } from './check.ts';

const once = <Value>(make: () => Value): (() => Value) => {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};

const sideOf = (content: Content, locale: StudioLocale): Side => {
  const text = plainText(content);
  const facts = once((): readonly Fact[] => factsOf(text, locale));
  return {
    content,
    text,
    locale,
    get facts() {
      return facts();
    },
  };
};

const none: ReadonlySet<string> = new Set();

/** Units without a number on a side, where the other has any that could be lost. */
const bareBeside = ({ text, facts, locale }: Side, other: Side): ReadonlySet<string> =>
  other.facts.some(({ kind }) => kind === 'quantity') ? bareUnits(text, facts, locale) : none;

export const checkInput = (pair: CheckedPair): CheckInput => {
  const source = sideOf(pair.source, pair.sourceLocale);
  const target = sideOf(pair.target, pair.targetLocale);
  const difference = once((): Difference => {
    const bare = { source: bareBeside(source, target), target: bareBeside(target, source) };
    return compareFacts(source.facts, target.facts, bare);
  });
  const changes = once((): readonly Change[] => typeset(pair.target, pair.targetLocale).changes);
  return {
    ...pair,
    source,
    target,
    get difference() {
      return difference();
    },
    get changes() {
      return changes();
    },
  };
};
