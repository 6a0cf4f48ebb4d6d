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

const RenameForm = ({ name: before, onRename }: { name: string; onRename: (name: string) => Promise<void> }) => {
  const { say } = useWords();
  const [name, setName] = useState(before);
  return (
    <form
      className="bt-saved__form"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') void onRename(name.trim());
      }}
    >
      <input
        aria-label={say('archive.saved.name')}
        maxLength={120}
        onChange={(event) => setName(event.target.value)}
        ref={(input) => input?.focus()}
        value={name}
      />
      <ActionButton disabled={name.trim() === ''}>{say('archive.saved.rename')}</ActionButton>
    </form>
  );
};

interface OneProps {
  search: Search;
  question: string;
  onOpen: (question: string) => void;
  onRename: (id: string, name: string) => Promise<void>;
  onRemove: (id: string) => Promise<void>;
}

/** One saved search; its owner can give it another name, or remove it. */
const SavedSearch = ({ search, question, onOpen, onRename, onRemove }: OneProps) => {
  const { say } = useWords();
  const [renames, setRenames] = useState(false);
  const { id, name, own, shared, question: kept } = search;
  const rename = async (next: string): Promise<void> => {
    if (next !== name) await onRename(id, next);
    setRenames(false);
  };
  return (
    <li>
      <div className="bt-saved__one">
        <button aria-current={kept === question} className="bt-saved__open" onClick={() => onOpen(kept)} type="button">
          {name} {own && !shared ? null : <small>{say('archive.saved.shared')}</small>}
        </button>
        {own ? (
          <>
            <button
              aria-expanded={renames}
              aria-label={say('archive.saved.renameOne', { name })}
              className="bt-saved__remove"
              onClick={() => setRenames(!renames)}
              type="button"
            >
              ✎
            </button>
            <button
              aria-label={say('archive.saved.remove', { name })}
              className="bt-saved__remove"
              onClick={() => void onRemove(id)}
              type="button"
            >
              ×
            </button>
          </>
        ) : null}
      </div>
      {renames ? <RenameForm name={name} onRename={rename} /> : null}
    </li>
  );
};

/** The searches that there are, and what can be done with them. */
const useSearches = () => {
  const { language } = useWords();
  const [searches, setSearches] = useState<readonly Search[]>([]);
  const load = useCallback(async () => {
    const asked = await studioFetch(base, language);
    if (asked.ok) setSearches(answer.parse(asked.body).searches);
  }, [language]);
  useEffect(() => void load(), [load]);
  const tell = async (path: string, method: 'POST' | 'PATCH' | 'DELETE', json?: object): Promise<void> => {
    await studioFetch(`${base}${path}`, language, { method, ...(json && { json }) });
    await load();
  };
  return { searches, tell };
};

/** Searches that the person keeps, and those that others share. @param question the one that is open now */
export const SavedSearches = ({ question, onOpen }: { question: string; onOpen: (question: string) => void }) => {
  const { say } = useWords();
  const { searches, tell } = useSearches();
  if (searches.length === 0 && question === '') return null;
  return (
    <fieldset className="bt-facet" id="archive-saved">
      <legend>{say('archive.saved')}</legend>
      <ul>
        {searches.map((search) => (
          <SavedSearch
            key={search.id}
            onOpen={onOpen}
            onRemove={(id) => tell(`/${id}`, 'DELETE')}
            onRename={(id, name) => tell(`/${id}`, 'PATCH', { name })}
            question={question}
            search={search}
          />
        ))}
      </ul>
      {question === '' ? null : <SaveForm onSave={(name, shared) => tell('', 'POST', { name, shared, question })} />}
    </fieldset>
  );
};
