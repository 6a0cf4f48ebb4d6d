'use client';
import { z } from 'zod';
import { useFieldName } from '../words/use-field-name.ts';
import { useWords } from '../words/use-words.ts';

export const keptPlace = z.object({
  collection: z.string(),
  id: z.string(),
  field: z.string(),
  stays: z.boolean(),
  words: z.array(z.string()).readonly().nullable(),
});
type Place = z.infer<typeof keptPlace>;

const Where = ({ place: { collection, id, field }, own }: { place: Place; own: string }) => {
  const { say } = useWords();
  const fieldName = useFieldName(collection);
  const name = field === 'filename' || field === 'file' ? say(`secrecy.field.${field}`) : fieldName(field);
  if (collection === own) return <strong>{name}</strong>;
  return (
    <a href={`/admin/collections/${collection}/${id}`} rel="noreferrer" target="_blank">
      {say('kept.picture', { field: name })}
    </a>
  );
};

interface Props {
  readonly places: readonly Place[];
  /** Collection of the document that is open. */
  readonly collection: string;
}

/** Why something that was made public stays in: in which fields words of secrecy stand, and, for whoever is cleared, which. */
export const KeptPlaces = ({ places, collection }: Props) => {
  const { say } = useWords();
  return (
    <div className="bt-kept">
      <p>{say('kept.title')}</p>
      <ul>
        {places.map((place) => (
          <li key={`${place.id} ${place.field}`}>
            <Where own={collection} place={place} />
            {place.words?.map((words) => (
              <mark key={words}>{words}</mark>
            ))}
            {place.stays ? <small>{say('kept.stays')}</small> : null}
          </li>
        ))}
      </ul>
      {places.some(({ words }) => words === null) ? <p>{say('kept.unnamed')}</p> : null}
      <p>{say('kept.help')}</p>
    </div>
  );
};
