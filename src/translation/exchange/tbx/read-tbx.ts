import { Failure } from '#errors/failure.ts';
import { isStudioLocale } from '#languages/locales.ts';
import type { Concept, TermForm } from '../../terms/concept.ts';
import { localeOfTag } from '../languages.ts';
import { type ExchangeProblem, problem } from '../problem.ts';
import type { Chunks } from '../xml/decode.ts';
import { attribute, childrenNamed, textOf, type XmlElement, xmlNamespace } from '../xml/element.ts';
import { usualLimits, type XmlLimits } from '../xml/limits.ts';
import { readElements, type Wish } from '../xml/read-elements.ts';
import { readId } from './ids.ts';
import { readForm } from './read-form.ts';
import { saidIn } from './said.ts';
import { kindOf, ours } from './vocabulary.ts';

/** A concept as it came; null: it has no form in a language of ours. */
export interface ReadConcept {
  readonly concept: Concept | null;
  /** Whether the file was made here, so that the id is one of ours. */
  readonly ours: boolean;
  readonly problems: readonly ExchangeProblem[];
}

/** Version 3 has other names than the one before (`martif`). */
const wishes: ReadonlyMap<string, Wish> = new Map([
  ...(['text', 'body'] as const).map((name) => [name, 'enter'] as const),
  ...(['conceptEntry', 'termEntry', 'tbxHeader', 'martifHeader'] as const).map((name) => [name, 'whole'] as const),
]);

const wish = (element: XmlElement, parents: readonly XmlElement[]): Wish => {
  if (parents.length > 0) return wishes.get(element.local) ?? 'skip';
  if (element.local === 'tbx' || element.local === 'martif') return 'enter';
  throw new Failure('exchange-format', { format: 'TBX', ...element.at });
};

interface Forms {
  readonly forms: TermForm[];
  readonly problems: ExchangeProblem[];
}

const formsOf = (entry: XmlElement, id: string): Forms => {
  const read: Forms = { forms: [], problems: [] };
  for (const section of childrenNamed(entry, 'langSec', 'langSet')) {
    const tag = attribute(section, 'lang', xmlNamespace);
    const locale = localeOfTag(tag);
    if (!isStudioLocale(locale)) {
      read.problems.push(problem('language-unknown', section.at, id, tag));
      continue;
    }
    for (const one of childrenNamed(section, 'termSec', 'tig', 'ntig')) {
      const form = readForm(one, locale, !read.forms.some((other) => other.locale === locale));
      if (form) read.forms.push(form);
    }
  }
  return read;
};

const readConcept = (entry: XmlElement, isOurs: boolean): ReadConcept => {
  const written = attribute(entry, 'id') ?? '';
  const id = isOurs ? readId(written) : written;
  const { forms, problems } = formsOf(entry, id);
  if (forms.length === 0) {
    return { concept: null, ours: isOurs, problems: [...problems, problem('concept-empty', entry.at, id)] };
  }
  const definition = saidIn(entry, ...childrenNamed(entry, 'langSec', 'langSet')).one('definition');
  const concept: Concept = {
    ...{ id, kind: kindOf(saidIn(entry).one('subjectField')), forms },
    ...(definition === undefined ? {} : { definition }),
  };
  return { concept, ours: isOurs, problems };
};

/**
 * Reads concepts of TBX v3 in either style (ISO 30042:2019) or of the version before, one after another.
 * @throws {Failure} `exchange-…` with `line` and `column`
 */
export async function* readTbx(chunks: Chunks, limits: XmlLimits = usualLimits): AsyncGenerator<ReadConcept, void> {
  let isOurs = false;
  for await (const { kind, element } of readElements(chunks, { wish, limits, doctypes: ['tbx', 'martif'] })) {
    if (kind !== 'whole') continue;
    if (element.local.endsWith('Header')) isOurs = textOf(element).includes(ours);
    else yield readConcept(element, isOurs);
  }
}
