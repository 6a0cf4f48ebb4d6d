'use client';
import { useDocumentInfo } from '@payloadcms/ui';
import { ownNames } from '#languages/locales.ts';
import { quoted } from '#languages/punctuation.ts';
import { HeardPanel } from '../picture/heard-panel.tsx';
import { useAnswer } from '../picture/use-answer.ts';
import { useWords } from '../words/use-words.ts';
import { type Use, usesAnswer } from './answers.ts';

const UseRow = ({ use }: { use: Use }) => {
  const { say, sayIn, language } = useWords();
  const [field] = use.field.split('.');
  return (
    <tr>
      <th scope="row">
        <a href={`/admin/collections/${use.collection}/${use.id}?locale=${use.locale}`}>{use.title || use.id}</a>
        <small>
          {sayIn(`fields:${use.collection}.singular`)} · {ownNames[use.locale]} · {sayIn(`fields:${field}`)}
        </small>
      </th>
      <td>
        {quoted(use.found, language)}
        {use.times > 1 ? ` × ${use.times}` : ''}
      </td>
      <td>
        <ul className="bt-uses__states">
          {use.in.map((state) => (
            <li className={`bt-chip bt-chip--${state}`} key={state}>
              {say(`state.${state}`)}
            </li>
          ))}
        </ul>
      </td>
    </tr>
  );
};

const UsesOf = ({ id }: { id: string }) => {
  const { say } = useWords();
  const heard = useAnswer(`/api/concepts/${id}/uses`, usesAnswer);
  return (
    <section aria-label={say('names.uses')} className="bt-panel" id="name-uses">
      <h3>{say('names.uses')}</h3>
      <HeardPanel heard={heard}>
        {({ uses, more }) =>
          uses.length === 0 ? (
            <p className="bt-panel__hint">{say('names.unused')}</p>
          ) : (
            <>
              <table className="bt-facts">
                <tbody>
                  {uses.map((use) => (
                    <UseRow key={`${use.collection}${use.id}${use.locale}${use.field}${use.found}`} use={use} />
                  ))}
                </tbody>
              </table>
              {more ? <p className="bt-panel__hint">{say('names.more')}</p> : null}
            </>
          )
        }
      </HeardPanel>
    </section>
  );
};

/** Texts that still have an old or forbidden form of the open entry, with the way to each. */
export const NameUsesPanel = () => {
  const { id } = useDocumentInfo();
  return id === undefined || id === null ? null : <UsesOf id={String(id)} />;
};
