'use client';
import { fieldOf } from '../images/embedded-offer.tsx';
import { languageOfTag } from '../shell/language-tag.tsx';
import { formatMoment } from '../words/format-time.ts';
import { useFieldName } from '../words/use-field-name.ts';
import { useWords } from '../words/use-words.ts';
import type { Hint, QueuePicture } from './answers.ts';
import type { FileState } from './use-file-hints.ts';

/** Where a word of secrecy stands: in the record, the name of the file or the file, in which field of it, in which language. */
const PlaceOf = ({ hint }: { hint: Hint }) => {
  const { say } = useWords();
  const fieldName = useFieldName('images');
  const field = hint.in === 'metadata' ? fieldOf(hint.field) : hint.field;
  const language = hint.locale && languageOfTag(hint.locale);
  const name = field ? fieldName(field) : say(`embedded.name.${hint.field}`);
  return (
    <small>
      {say(`queue.in.${hint.in}`)}
      {hint.in === 'filename' ? '' : ` · ${name}`}
      {hint.locale ? ` · ${language ? say(`language.${language}`) : hint.locale}` : ''}
    </small>
  );
};

/** Every word of secrecy that was found at a picture, in the words around it, and where it stands. */
export const HintList = ({ hints }: { hints: readonly Hint[] }) => (
  <ul className="bt-queue__hints">
    {hints.map((hint) => (
      <li key={`${hint.in}${hint.field}${hint.locale}${hint.words}`}>
        <span lang={hint.locale ?? undefined}>
          {hint.before}
          <mark className={`bt-queue__hint bt-queue__hint--${hint.certainty}`}>{hint.words}</mark>
          {hint.after}
        </span>
        <PlaceOf hint={hint} />
      </li>
    ))}
  </ul>
);

interface Props {
  readonly picture: QueuePicture;
  readonly hints: readonly Hint[];
  readonly file: FileState;
}

/** The picture that the keys are at, large, with its name and everything that points to secrecy. */
export const QueueSide = ({ picture, hints, file }: Props) => {
  const { say, language } = useWords();
  const { request } = picture;
  return (
    <aside aria-label={say('queue.picture')} className="bt-queue__side">
      <img alt={picture.title} src={`/api/images/${picture.id}/file?width=640`} />
      <h2>
        <a href={`/admin/collections/images/${picture.id}`} rel="noreferrer" target="_blank">
          {picture.title || say('desk.untitled')}
        </a>
      </h2>
      <p className="bt-queue__file">{picture.filename}</p>
      {request ? (
        <p>
          {say('queue.proposed', { name: request.askedName ?? '', level: say(`level.${request.level}`) })}{' '}
          <q>{request.reason}</q>{' '}
          <small>{say('lowering.lapses', { time: formatMoment(request.lapsesAt, language) })}</small>
        </p>
      ) : null}
      {hints.length > 0 ? <HintList hints={hints} /> : null}
      {hints.length === 0 && file === 'read' ? <p>{say('queue.noHints')}</p> : null}
      {file === 'read' ? null : <p>{say(`queue.file.${file}`)}</p>}
    </aside>
  );
};
