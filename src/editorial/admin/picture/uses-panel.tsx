'use client';
import { z } from 'zod';
import { ownNames, studioLocales } from '#languages/locales.ts';
import { useWords } from '../words/use-words.ts';
import { HeardPanel } from './heard-panel.tsx';
import { useAnswer } from './use-answer.ts';

const use = z.object({
  collection: z.enum(['articles', 'events']),
  id: z.string(),
  title: z.string(),
  cover: z.boolean(),
  states: z.partialRecord(z.enum(studioLocales), z.enum(['draft', 'published'])),
});
type Use = z.infer<typeof use>;

const usesAnswer = z.object({ uses: z.array(use) });
const albumsAnswer = z.object({ albums: z.array(z.object({ id: z.string(), title: z.string() })) });

const UseRow = ({ use: { collection, id, title, cover, states } }: { use: Use }) => {
  const { say } = useWords();
  return (
    <tr>
      <th scope="row">
        <a href={`/admin/collections/${collection}/${id}`}>{title}</a>
        <small>
          {say(`kind.${collection}`)}
          {cover ? ` · ${say('pairs.asCover')}` : ''}
        </small>
      </th>
      <td>
        <ul className="bt-uses__states">
          {studioLocales.map((locale) => {
            const state = states[locale];
            return state ? (
              <li className={`bt-chip bt-chip--${state}`} key={locale}>
                {ownNames[locale]} · {say(`state.${state}`)}
              </li>
            ) : null;
          })}
        </ul>
      </td>
    </tr>
  );
};

/** Texts and albums that show a picture, with the way to each, as far as the person may see them. */
export const UsesPanel = ({ id }: { id: string }) => {
  const { say } = useWords();
  const uses = useAnswer(`/api/images/${id}/uses`, usesAnswer);
  const albums = useAnswer(`/api/images/${id}/albums`, albumsAnswer);
  return (
    <div className="bt-uses" id="picture-uses">
      <h3>{say('picture.texts')}</h3>
      <HeardPanel heard={uses}>
        {(answer) =>
          answer.uses.length === 0 ? (
            <p className="bt-panel__hint">{say('pairs.unused')}</p>
          ) : (
            <table className="bt-facts">
              <tbody>
                {answer.uses.map((one) => (
                  <UseRow key={one.id} use={one} />
                ))}
              </tbody>
            </table>
          )
        }
      </HeardPanel>
      <h3>{say('picture.albums')}</h3>
      <HeardPanel heard={albums}>
        {(answer) =>
          answer.albums.length === 0 ? (
            <p className="bt-panel__hint">{say('picture.noAlbum')}</p>
          ) : (
            <ul>
              {answer.albums.map((album) => (
                <li key={album.id}>
                  <a href={`/admin/collections/albums/${album.id}`}>{album.title}</a>
                </li>
              ))}
            </ul>
          )
        }
      </HeardPanel>
    </div>
  );
};
