'use client';
import type { Told } from '../../workflow/lowering/told-words.ts';
import type { OpeningDocument } from '../../workflow/lowering/what-opens.ts';
import { useFieldName } from '../words/use-field-name.ts';
import { useWords } from '../words/use-words.ts';
import { keyOfValue } from './value-words.ts';

/** Facts of the machinery that say nothing to a person; they count for the fingerprint all the same. */
const quiet = new Set(['origin', 'mergedInto', 'crops', 'focusX', 'focusY']);

const languagesOf = (told: readonly Told[]): Told['locale'][] => [...new Set(told.map(({ locale }) => locale))];

const Fields = ({ told, name }: { told: readonly Told[]; name: (field: string) => string }) => {
  const { sayIn } = useWords();
  const worded = (field: string, line: string) => {
    const key = keyOfValue(field, line);
    const words = key ? sayIn(key) : line;
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

interface Part {
  told: readonly Told[];
  name: (field: string) => string;
}

/** What is told, language by language. */
const ByLanguage = ({ told, name }: Part) => {
  const { say } = useWords();
  return languagesOf(told).map((locale) => (
    <section key={locale ?? 'all'} lang={locale ?? undefined}>
      <h4>{locale === null ? say('lowering.allLanguages') : say(`language.${locale}`)}</h4>
      <Fields name={name} told={told.filter((one) => one.locale === locale && !quiet.has(one.field))} />
    </section>
  ));
};

const Titled = ({ title, ...part }: Part & { title: string }) =>
  part.told.length === 0 ? null : (
    <section className="bt-opening__part">
      <h3>{title}</h3>
      <ByLanguage {...part} />
    </section>
  );

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

const Opens = ({ document, isFirst }: { document: OpeningDocument; isFirst: boolean }) => {
  const { say } = useWords();
  const fieldName = useFieldName(document.collection);
  return (
    <article>
      {isFirst ? null : <h3>{say('lowering.samePicture')}</h3>}
      <Pictures ids={document.pictures} />
      <Titled name={fieldName} title={say('lowering.now')} told={document.now} />
      <Titled name={fieldName} title={say('lowering.before')} told={document.before} />
      <Titled name={(field) => say(`lowering.about.${field}`)} title={say('lowering.about')} told={document.about} />
    </article>
  );
};

/** All that a lower marking opens: words in every language, pictures, earlier wordings, and what people said of it. */
export const OpeningView = ({ documents }: { documents: readonly OpeningDocument[] }) => (
  <div className="bt-opening">
    {documents.map((document, at) => (
      <Opens document={document} isFirst={at === 0} key={document.id} />
    ))}
  </div>
);
