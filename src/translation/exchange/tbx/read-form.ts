import type { StudioLocale } from '#languages/locales.ts';
import type { TermForm } from '../../terms/concept.ts';
import { childrenNamed, trimmedText, type XmlElement } from '../xml/element.ts';
import { readNotes } from './marked-notes.ts';
import { saidIn } from './said.ts';
import { statusOf } from './vocabulary.ts';

const isDate = (text: string | undefined): text is string =>
  text !== undefined && /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));

/** What is absent is left out: `{ note: undefined }` is not what a form without a note looks like. */
const present = (form: Partial<TermForm>): Partial<TermForm> =>
  Object.fromEntries(Object.entries(form).filter(([, value]) => value !== undefined && value !== ''));

/** The term itself, in TBX v3 right below, in older files also within `termGrp`. */
const termIn = (section: XmlElement): string => {
  const holders = [section, ...childrenNamed(section, 'termGrp')];
  const [term] = holders.flatMap((holder) => childrenNamed(holder, 'term'));
  return term ? trimmedText(term) : '';
};

/**
 * One form of a concept. Where a tool says nothing of its status, the first term of a language is the approved one and the
 * others are allowed; without our mark a form only warns.
 * @param first whether it is the first of its language
 * @returns null where there is no term
 */
export const readForm = (section: XmlElement, locale: StudioLocale, first: boolean): TermForm | null => {
  const term = termIn(section);
  if (term === '') return null;
  const said = saidIn(section);
  const { marked, plain } = readNotes(said.all('note'));
  const [from, until] = [marked.get('valid-from'), marked.get('valid-until')];
  const status = statusOf(said.one('administrativeStatus')) ?? statusOf(said.one('normativeAuthorization'));
  return {
    ...{ locale, term, status: status ?? (first ? 'approved' : 'allowed'), stops: marked.get('stops') === 'yes' },
    ...present({
      ...{
        reason: marked.get('reason'),
        traditional: locale === 'zh' ? marked.get('traditional') : undefined,
        note: plain.join('\n'),
        source: said.all('source').join('\n'),
      },
      ...{ validFrom: isDate(from) ? from : undefined, validUntil: isDate(until) ? until : undefined },
    }),
  };
};
