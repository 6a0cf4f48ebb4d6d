'use client';
import { useCallback, useEffect, useState } from 'react';
import { z } from 'zod';
import { ActionButton } from '../shell/action-button.tsx';
import { studioFetch } from '../words/studio-fetch.ts';
import { useWords } from '../words/use-words.ts';

const answer = z.object({
  searches: z.array(
    z.object({ id: z.string(), name: z.string(), question: z.string(), shared: z.boolean(), own: z.boolean() }),
  ),
});
type Search = z.infer<typeof answer>['searches'][number];
const base = '/api/images/searches';

const SaveForm = ({ onSave }: { onSave: (name: string, shared: boolean) => Promise<void> }) => {
  const { say } = useWords();
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  return (
    <form
      className="bt-saved__form"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') void onSave(name.trim(), shared).then(() => setName(''));
      }}
    >
      <input
        aria-label={say('archive.saved.name')}
        id="archive-save-name"
        maxLength={120}
        onChange={(event) => setName(event.target.value)}
        placeholder={say('archive.saved.name')}
        value={name}
      />
      <label>
        <input checked={shared} onChange={(event) => setShared(event.target.checked)} type="checkbox" />{' '}
        {say('archive.saved.share')}
      </label>
      <ActionButton disabled={name.trim() === ''} id="archive-save">
        {say('archive.saved.save')}
      </ActionButton>
    </form>
  );
};

/** Searches that the person keeps, and those that others share. @param question the one that is open now */
export const SavedSearches = ({ question, onOpen }: { question: string; onOpen: (question: string) => void }) => {
  const { say, language } = useWords();
  const [searches, setSearches] = useState<readonly Search[]>([]);
  const load = useCallback(async () => {
    const asked = await studioFetch(base, language);
    if (asked.ok) setSearches(answer.parse(asked.body).searches);
  }, [language]);
  useEffect(() => void load(), [load]);
  const save = async (name: string, shared: boolean): Promise<void> => {
    await studioFetch(base, language, { method: 'POST', json: { name, shared, question } });
    await load();
  };
  const remove = async (id: string): Promise<void> => {
    await studioFetch(`${base}/${id}`, language, { method: 'DELETE' });
    await load();
  };
  if (searches.length === 0 && question === '') return null;
  return (
    <fieldset className="bt-facet" id="archive-saved">
      <legend>{say('archive.saved')}</legend>
      <ul>
        {searches.map(({ id, name, own, shared, question: kept }) => (
          <li className="bt-saved__one" key={id}>
            <button
              aria-current={kept === question}
              className="bt-saved__open"
              onClick={() => onOpen(kept)}
              type="button"
            >
              {name} {own && !shared ? null : <small>{say('archive.saved.shared')}</small>}
            </button>
            {own ? (
              <button
                aria-label={say('archive.saved.remove', { name })}
                className="bt-saved__remove"
                onClick={() => void remove(id)}
                type="button"
              >
                ×
              </button>
            ) : null}
          </li>
        ))}
      </ul>
      {question === '' ? null : <SaveForm onSave={save} />}
    </fieldset>
  );
};
