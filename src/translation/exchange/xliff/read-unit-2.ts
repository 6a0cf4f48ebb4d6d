import type { ExchangeState, ReadUnit } from '../document.ts';
import { exchangeStates } from '../document.ts';
import type { Token } from '../inline/token.ts';
import { type ExchangeProblem, problem } from '../problem.ts';
import { attribute, childNamed, childrenNamed, isElement, textOf, type XmlElement } from '../xml/element.ts';
import { readSides } from './read-sides.ts';
import { type Data, tokens2 } from './tokens-2.ts';
import { asSent, ours, xliff2 } from './vocabulary.ts';
import { isPreserved } from './white-space.ts';

export interface UnitReading {
  readonly unit: ReadUnit;
  readonly problems: readonly ExchangeProblem[];
}

/** A number of a limit, or undefined. */
export const numberOf = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;

/** Original data; what `cp` stands for in it counts too. */
const dataOf = (unit: XmlElement): Data => {
  const [data] = childrenNamed(unit, 'originalData');
  const plain = (element: XmlElement) =>
    tokens2(element.children, new Map())
      .map((token) => (token.token === 'text' ? token.text : ''))
      .join('');
  return new Map((data ? childrenNamed(data, 'data') : []).map((one) => [attribute(one, 'id') ?? '', plain(one)]));
};

/** The least of the states of the parts that hold a target. */
const stateOf = (segments: readonly XmlElement[]): ExchangeState => {
  const ranks = segments.map((segment) =>
    exchangeStates.indexOf((attribute(segment, 'state') ?? 'initial') as ExchangeState),
  );
  return exchangeStates[Math.max(0, Math.min(...ranks, exchangeStates.length - 1))] ?? 'initial';
};

interface Part {
  readonly source: XmlElement | undefined;
  readonly target: XmlElement | undefined;
  /** Where its target stands among the others, from 1. */
  readonly order: number;
  readonly ignorable: boolean;
}

/** A tool may have cut a unit into segments, in whatever order the target has them (4.3.1.25). */
const partsOf = (unit: XmlElement): Part[] =>
  childrenNamed(unit, 'segment', 'ignorable').map((segment, index) => {
    const target = childNamed(segment, 'target');
    const order = numberOf(target && attribute(target, 'order')) ?? index + 1;
    return { source: childNamed(segment, 'source'), target, order, ignorable: segment.local === 'ignorable' };
  });

/** Segments that are translated; what is between them stays as it is in the source where nothing else is said. */
const targetsOf = (parts: readonly Part[]): XmlElement[] | 'partial' | null => {
  const segments = parts.filter(({ ignorable }) => !ignorable);
  if (segments.every(({ target }) => target === undefined)) return null;
  if (segments.some(({ target }) => target === undefined)) return 'partial';
  const ordered = [...parts].sort((a, b) => a.order - b.order);
  return ordered.flatMap(({ target, source }) => target ?? source ?? []);
};

/** The target as it went out, which stands among the matches. */
const sentOf = (unit: XmlElement): Token[] | null => {
  const matches = unit.children
    .filter(isElement)
    .find(({ uri, local }) => uri === xliff2.matches && local === 'matches');
  const sent = (matches ? childrenNamed(matches, 'match') : []).find((one) => attribute(one, 'subType') === asSent);
  const target = sent && childrenNamed(sent, 'target')[0];
  return sent && target ? tokens2(target.children, dataOf(sent)) : null;
};

/** A unit of XLIFF 2.0, 2.1 or 2.2. @param parents outermost first */
export const readUnit2 = (element: XmlElement, parents: readonly XmlElement[]): UnitReading => {
  const [data, parts] = [dataOf(element), partsOf(element)];
  const targets = targetsOf(parts);
  const tokens = (elements: readonly XmlElement[]) => elements.flatMap(({ children }) => tokens2(children, data));
  const sources = parts.flatMap(({ source }) => source ?? []);
  const { source, target, targetAsSent, faults } = readSides({
    source: tokens(sources),
    sent: sentOf(element),
    target: Array.isArray(targets) ? tokens(targets) : null,
    preserved: isPreserved(...parents, element, ...sources.slice(0, 1)),
  });
  const id = attribute(element, 'id') ?? '';
  const notes = childNamed(element, 'notes');
  const limit = numberOf(
    attribute(element, 'storageRestriction', xliff2.size) ?? attribute(element, 'sizeRestriction', xliff2.size),
  );
  const unit: ReadUnit = {
    ...{ id, path: attribute(element, 'name') ?? null, at: element.at, sourceAsSent: source, target },
    targetAsSent,
    role: /^benthanh:(.+)$/.exec(attribute(element, 'type') ?? '')?.[1] ?? null,
    state: target === null ? 'initial' : stateOf(childrenNamed(element, 'segment')),
    fingerprint: attribute(element, 'fingerprint', ours) ?? null,
    notes: (notes ? childrenNamed(notes, 'note') : []).map(textOf),
    ...(limit === undefined ? {} : { limit }),
  };
  const partial = targets === 'partial' ? [problem('target-partial', element.at, id)] : [];
  return { unit, problems: [...partial, ...faults.map((fault) => problem(fault.code, fault.at, id, fault.id))] };
};
