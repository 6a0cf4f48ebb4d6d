'use client';
import { useAuth } from '@payloadcms/ui';
import { useEffect, useState } from 'react';
import { z } from 'zod';
import { emptyDraft, type ImageDraft } from '../images/image-draft.ts';
import { RightsFields } from '../images/rights-fields.tsx';
import { studioFetch } from '../words/studio-fetch.ts';
import { useFieldName } from '../words/use-field-name.ts';
import { useWords } from '../words/use-words.ts';

/** What holds for all pictures of a batch. */
export interface BatchDraft {
  readonly facts: ImageDraft;
  readonly agency: string;
  readonly rightsRecord: string;
  readonly album: string;
  readonly level: string;
  readonly topics: readonly string[];
  readonly places: readonly string[];
}

export const emptyBatch = (): BatchDraft => ({
  ...{ facts: emptyDraft(), agency: '', rightsRecord: '', album: '', level: 'internal' },
  ...{ topics: [], places: [] },
});

/** As the studio takes it: what is empty is not said. */
export const batchBody = (draft: BatchDraft, locale: string): Record<string, unknown> => {
  const { facts, agency, rightsRecord, album, level, topics, places } = draft;
  const { credit, creator, rights, takenOn } = facts;
  const said = Object.entries({
    ...{ agency, rightsRecord, album, level },
    credit: credit.trim(),
    creator: creator.trim(),
    rights,
    takenOn: takenOn.trim(),
  });
  return { locale, topics, places, ...Object.fromEntries(said.filter(([, value]) => value !== '')) };
};

const local = z.record(z.string(), z.string().nullish()).nullish();
const named = z.object({ docs: z.array(z.looseObject({ id: z.string(), name: local, title: local })) });

interface Named {
  readonly id: string;
  readonly name: string;
}

/** Names of what there is, in the language of the person or in whichever there is. */
const useNamed = (collection: string): readonly Named[] => {
  const { language } = useWords();
  const [all, setAll] = useState<readonly Named[]>([]);
  useEffect(() => {
    void studioFetch(`/api/${collection}?limit=500&depth=0&locale=all`, language).then((answer) => {
      const read = answer.ok ? named.safeParse(answer.body).data : undefined;
      const nameOf = (names: Record<string, string | null | undefined>): string =>
        names[language] || Object.values(names).find(Boolean) || '';
      const found = (read?.docs ?? []).map(({ id, name, title }) => ({ id, name: nameOf(name ?? title ?? {}) }));
      setAll(found.sort((one, other) => one.name.localeCompare(other.name, language)));
    });
  }, [collection, language]);
  return all;
};

interface ManyProps {
  readonly collection: 'topics' | 'places';
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

const Many = ({ collection, chosen, onChange }: ManyProps) => {
  const nameOf = useFieldName('images');
  const all = useNamed(collection);
  if (all.length === 0) return null;
  return (
    <fieldset className="bt-bring__many">
      <legend>{nameOf(collection)}</legend>
      {all.map(({ id, name }) => (
        <label key={id}>
          <input
            checked={chosen.includes(id)}
            onChange={({ target }) => onChange(target.checked ? [...chosen, id] : chosen.filter((one) => one !== id))}
            type="checkbox"
          />
          {name}
        </label>
      ))}
    </fieldset>
  );
};

interface Props {
  readonly draft: BatchDraft;
  readonly onChange: (draft: BatchDraft) => void;
}

interface OneProps {
  readonly id: string;
  readonly label: string;
  readonly collection: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

const One = ({ id, label, collection, value, onChange }: OneProps) => {
  const { say } = useWords();
  const all = useNamed(collection);
  return (
    <label className="bt-field" htmlFor={id}>
      <span>{label}</span>
      <select id={id} onChange={({ target }) => onChange(target.value)} value={value}>
        <option value="">{say('bring.none')}</option>
        {all.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
      </select>
    </label>
  );
};

/** Markings that need a clearance above the usual one are offered to whoever has it; the studio asks again. */
const useLevels = (): readonly string[] => {
  const { user } = useAuth();
  const clearance = user && 'clearance' in user ? String(user.clearance) : '';
  return ['', 'public', 'internal'].includes(clearance) ? ['internal'] : ['internal', 'unreviewed', 'restricted'];
};

const LevelChoice = ({ draft, onChange }: Props) => {
  const { say } = useWords();
  const levels = useLevels();
  if (levels.length < 2) return null;
  return (
    <label className="bt-field" htmlFor="bring-level">
      <span>{say('archive.facet.marking')}</span>
      <select
        id="bring-level"
        onChange={({ target }) => onChange({ ...draft, level: target.value })}
        value={draft.level}
      >
        {levels.map((level) => (
          <option key={level} value={level}>
            {say(`level.${level}`)}
          </option>
        ))}
      </select>
    </label>
  );
};

/** What all pictures that are brought in together have in common: rights, agency, album, marking, topics and places. */
export const BatchFields = ({ draft, onChange }: Props) => {
  const { say } = useWords();
  const nameOf = useFieldName('images');
  const one = (collection: string, key: 'rightsRecord' | 'agency' | 'album', label: string) => (
    <One
      collection={collection}
      id={`bring-${key}`}
      label={label}
      onChange={(value) => onChange({ ...draft, [key]: value })}
      value={draft[key]}
    />
  );
  return (
    <details className="bt-bring__fields" id="bring-fields">
      <summary>{say('bring.defaults')}</summary>
      <p>{say('bring.defaultsHint')}</p>
      <RightsFields draft={draft.facts} onChange={(facts) => onChange({ ...draft, facts })} />
      {one('rights', 'rightsRecord', nameOf('rightsRecord'))}
      {one('agencies', 'agency', nameOf('agency'))}
      {one('albums', 'album', nameOf('album'))}
      <LevelChoice draft={draft} onChange={onChange} />
      <Many chosen={draft.topics} collection="topics" onChange={(topics) => onChange({ ...draft, topics })} />
      <Many chosen={draft.places} collection="places" onChange={(places) => onChange({ ...draft, places })} />
    </details>
  );
};
