'use client';
import type { OpeningAnswer } from '../../endpoints/lowering-endpoints.ts';
import type { OpeningNames } from '../../workflow/lowering/opening-names.ts';
import type { Told } from '../../workflow/lowering/told-words.ts';
import type { OpeningDocument } from '../../workflow/lowering/what-opens.ts';
import { useRightsOptions } from '../images/rights-fields.tsx';
import { formatMoment } from '../words/format-time.ts';
import { useFieldName } from '../words/use-field-name.ts';
import { useWords } from '../words/use-words.ts';
import { namedLine } from './named-line.ts';
import { isInstant, keyOfValue } from './value-words.ts';

/** Facts of the machinery that say nothing to a person; they count for the fingerprint all the same. */
const quiet = new Set(['origin', 'mergedInto', 'crops', 'focusX', 'focusY']);

/** What a person reads of it: a language of which only the machinery notes something has no heading of its own. */
const spoken = (told: readonly Told[]): readonly Told[] => told.filter(({ field }) => !quiet.has(field));

const languagesOf = (told: readonly Told[]): Told['locale'][] => [...new Set(told.map(({ locale }) => locale))];

interface Part {
  told: readonly Told[];
  name: (field: string) => string;
  names: OpeningNames;
}

const Fields = ({ told, name, names }: Part) => {
  const { say, sayIn, language } = useWords();
  const statements = new Map(useRightsOptions().map(({ value, label }) => [value, label]));
  const unknown = say('lowering.notYours');
  const worded = (field: string, line: string) => {
    if (field === 'rights') return statements.get(line) ?? line;
    const key = keyOfValue(field, line);
    if (key === null) return isInstant(field, line) ? formatMoment(line, language) : namedLine(line, names, unknown);
    const words = sayIn(key);
    // A value that no list knows any more is shown as it is kept
    return words === key ? line : words;
  };
  return (
    <dl>
      {told.map(({ field, lines }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: several comments have the same name, and none ever moves
        <div key={`${field}${at}`}>
          <dt>{name(field)}</dt>
          <dd>
            {lines.map((line, row) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a text may say the same twice
              <p key={`${row}${line}`}>{worded(field, line)}</p>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
};

/** What is told, language by language. */
const ByLanguage = ({ told, ...part }: Part) => {
  const { say } = useWords();
  return languagesOf(told).map((locale) => (
    <section key={locale ?? 'all'} lang={locale ?? undefined}>
      <h4>{locale === null ? say('lowering.allLanguages') : say(`language.${locale}`)}</h4>
      <Fields {...part} told={told.filter((one) => one.locale === locale)} />
    </section>
  ));
};

const Titled = ({ title, told, ...part }: Part & { title: string }) => {
  const words = spoken(told);
  return words.length === 0 ? null : (
    <section className="bt-opening__part">
      <h3>{title}</h3>
      <ByLanguage {...part} told={words} />
    </section>
  );
};

const Pictures = ({ ids }: { ids: readonly string[] }) => {
  const { say } = useWords();
  if (ids.length === 0) return null;
  return (
    <div className="bt-opening__pictures">
      {ids.map((id) => (
        <a href={`/admin/collections/images/${id}`} key={id} rel="noreferrer" target="_blank">
          <img alt={say('lowering.picture')} loading="lazy" src={`/api/images/${id}/file?width=640`} />
        </a>
      ))}
    </div>
  );
};

interface OpensProps {
  document: OpeningDocument;
  names: OpeningNames;
  isFirst: boolean;
}

const Opens = ({ document, names, isFirst }: OpensProps) => {
  const { say } = useWords();
  const fieldName = useFieldName(document.collection);
  const aboutName = (field: string) => say(`lowering.about.${field}`);
  return (
    <article>
      {isFirst ? null : <h3>{say('lowering.samePicture')}</h3>}
      <Pictures ids={document.pictures} />
      <Titled name={fieldName} names={names} title={say('lowering.now')} told={document.now} />
      <Titled name={fieldName} names={names} title={say('lowering.before')} told={document.before} />
      <Titled name={aboutName} names={names} title={say('lowering.about')} told={document.about} />
    </article>
  );
};

/** All that a lower marking opens: words in every language, pictures, earlier wordings, and what people said of it. */
export const OpeningView = ({ documents, names }: Pick<OpeningAnswer, 'documents' | 'names'>) => (
  <div className="bt-opening">
    {documents.map((document, at) => (
      <Opens document={document} isFirst={at === 0} key={document.id} names={names} />
    ))}
  </div>
);
