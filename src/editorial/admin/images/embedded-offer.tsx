'use client';
import { modelReleases, sourceTypes } from '#collections/fields/described.ts';
import { isWrittenLocale, ownNames, type StudioLocale, toStudioLocale } from '#languages/locales.ts';
import { inBrackets, labelled } from '#languages/punctuation.ts';
import { ActionButton } from '../shell/action-button.tsx';
import { useFieldName } from '../words/use-field-name.ts';
import { useWords } from '../words/use-words.ts';
import { isWorded, type Offer, type Target } from './embedded-offers.ts';

export type Take = (target: Target, value: string | readonly string[], locale: StudioLocale | null) => void;

export interface OfferProps {
  offer: Offer;
  /** Languages whose fields the form shows. */
  locales: readonly StudioLocale[];
  /** Null for whoever may not change the picture. */
  onTake: Take | null;
}

/** Blocks of a file, as archivists call them. */
export const sources = { xmp: 'XMP', iim: 'IPTC-IIM', exif: 'EXIF' } as const;
/** Properties whose field has another name. */
const others: Readonly<Record<string, string>> = { created: 'takenOn', notice: 'copyright' };
/** Properties for which there is no field, or one that means something more. */
const named = new Set(['persons', 'webStatement']);
/** Values that are terms of a vocabulary, and have words of ours. */
export const terms = new Set([...sourceTypes, ...modelReleases]);

/** The field of the form that means the same as a property; null where there is none. */
export const fieldOf = (property: string): string | null =>
  named.has(property) ? null : (others[property] ?? property);

const Buttons = ({ offer: { take }, locales, onTake }: OfferProps) => {
  const { say } = useWords();
  if (!take || !onTake) return null;
  const { target, value } = take;
  if (!isWorded(target))
    return <ActionButton onClick={() => onTake(target, value, null)}>{say('embedded.use')}</ActionButton>;
  return take.locales
    .filter((locale) => locales.includes(locale))
    .map((locale) => (
      <ActionButton key={locale} onClick={() => onTake(target, value, locale)}>
        {say('embedded.useIn', { language: ownNames[locale] })}
      </ActionButton>
    ));
};

/** One thing that the file says: its text, what that seems to mean, what is said otherwise, and the way into the form. */
export const EmbeddedOffer = (props: OfferProps) => {
  const { say, language } = useWords();
  const nameOf = useFieldName('images');
  const { property, text, source, lang, legacy, differing } = props.offer;
  const field = fieldOf(property);
  const name = field ? nameOf(field) : say(`embedded.name.${property}`);
  const own = lang !== '' && lang !== 'x-default' ? lang : undefined;
  return (
    <li className={legacy || differing.length > 0 ? 'bt-said bt-said--doubtful' : 'bt-said'}>
      <p>
        <strong>
          {labelled(
            own ? inBrackets(name, isWrittenLocale(own) ? ownNames[toStudioLocale(own)] : own, language) : name,
            '',
            language,
          ).trimEnd()}
        </strong>{' '}
        <span lang={own}>{terms.has(text) ? nameOf(`${property}.${text}`) : text}</span>{' '}
        <small>{sources[source]}</small>
      </p>
      {legacy ? (
        <p>
          {labelled(
            say('embedded.legacy', {
              form: say(`embedded.form.${legacy.form}`),
              percent: Math.round(legacy.certainty * 100),
            }),
            '',
            language,
          )}
          <q lang="vi">{legacy.text}</q>
        </p>
      ) : null}
      {differing.map((other) => (
        <p key={`${other.source} ${other.text}`}>
          {labelled(
            say('embedded.differs', { source: sources[other.source] }),
            other.legacy?.text ?? other.text,
            language,
          )}
        </p>
      ))}
      <div className="bt-said__ways">
        <Buttons {...props} />
      </div>
    </li>
  );
};
