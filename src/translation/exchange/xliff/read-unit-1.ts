import type { ReadUnit } from '../document.ts';
import type { Token } from '../inline/token.ts';
import { localeOfTag } from '../languages.ts';
import { problem } from '../problem.ts';
import { attribute, childNamed, childrenNamed, textOf, type XmlElement, xmlNamespace } from '../xml/element.ts';
import { readSides } from './read-sides.ts';
import { numberOf, type UnitReading } from './read-unit-2.ts';
import { readState1 } from './states-1.ts';
import { tokens1 } from './tokens-1.ts';
import { asSent } from './vocabulary.ts';
import { isPreserved } from './white-space.ts';

/** Whether a side says itself that it is in another language than its file. */
export const saysOtherLanguage = (side: XmlElement | undefined, tag: string | undefined): boolean => {
  const said = side && attribute(side, 'lang', xmlNamespace);
  return said !== undefined && localeOfTag(said) !== localeOfTag(tag);
};

/** The target as it went out, which stands among the suggestions. */
const sentOf = (unit: XmlElement): Token[] | null => {
  const sent = childrenNamed(unit, 'alt-trans').find((one) => attribute(one, 'origin') === asSent);
  const target = sent && childNamed(sent, 'target');
  return target ? tokens1(target.children) : null;
};

/** A unit of XLIFF 1.0 to 1.2. @param parents outermost first */
export const readUnit1 = (element: XmlElement, parents: readonly XmlElement[]): UnitReading => {
  const [from, to] = [childNamed(element, 'source'), childNamed(element, 'target')];
  const { source, target, targetAsSent, faults } = readSides({
    sent: sentOf(element),
    source: tokens1(from?.children ?? []),
    target: to ? tokens1(to.children) : null,
    preserved: isPreserved(...parents, element, ...(from ? [from] : [])),
  });
  const id = attribute(element, 'id') ?? '';
  const limit = attribute(element, 'size-unit') === 'char' ? numberOf(attribute(element, 'maxwidth')) : undefined;
  const approved = attribute(element, 'approved') === 'yes';
  const unit: ReadUnit = {
    ...{ id, path: attribute(element, 'resname') ?? null, at: element.at, sourceAsSent: source, target },
    targetAsSent,
    role: /^x-(.+)$/.exec(attribute(element, 'restype') ?? '')?.[1] ?? null,
    state: target === null || !to ? 'initial' : readState1(attribute(to, 'state'), approved),
    fingerprint: attribute(element, 'extradata') ?? null,
    notes: childrenNamed(element, 'note')
      .filter((note) => attribute(note, 'from') !== 'terms')
      .map(textOf),
    ...(limit === undefined ? {} : { limit }),
  };
  return { unit, problems: faults.map((fault) => problem(fault.code, fault.at, id, fault.id)) };
};
