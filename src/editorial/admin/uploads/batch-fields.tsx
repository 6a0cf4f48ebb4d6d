'use client';
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
  readonly topics: readonly string[];
  readonly places: readonly string[];
}

export const emptyBatch = (): BatchDraft => ({ facts: emptyDraft(), agency: '', topics: [], places: [] });

/** As the studio takes it: what is empty is not said. */
export const batchBody = ({ facts, agency, topics, places }: BatchDraft, locale: string): Record<string, unknown> => {
  const { credit, creator, rights, takenOn } = facts;
  const said = Object.entries({
    agency,
    credit: credit.trim(),
    creator: creator.trim(),
    rights,
    takenOn: takenOn.trim(),
  });
  return { locale, topics, places, ...Object.fromEntries(said.filter(([, value]) => value !== '')) };
};

const named = z.object({
  docs: z.array(z.looseObject({ id: z.string(), name: z.record(z.string(), z.string().nullish()).nullish() })),
});

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
      const found = (read?.docs ?? []).map(({ id, name }) => ({ id, name: nameOf(name ?? {}) }));
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

/** Agency, topics, places, credit, rights and date of all pictures that are brought in together. */
export const BatchFields = ({ draft, onChange }: Props) => {
  const { say } = useWords();
  const nameOf = useFieldName('images');
  const agencies = useNamed('agencies');
  return (
    <details className="bt-bring__fields" id="bring-fields">
      <summary>{say('bring.defaults')}</summary>
      <p>{say('bring.defaultsHint')}</p>
      <RightsFields draft={draft.facts} onChange={(facts) => onChange({ ...draft, facts })} />
      <label className="bt-field" htmlFor="bring-agency">
        <span>{nameOf('agency')}</span>
        <select
          id="bring-agency"
          onChange={({ target }) => onChange({ ...draft, agency: target.value })}
          value={draft.agency}
        >
          <option value="">{say('bring.none')}</option>
          {agencies.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <Many chosen={draft.topics} collection="topics" onChange={(topics) => onChange({ ...draft, topics })} />
      <Many chosen={draft.places} collection="places" onChange={(places) => onChange({ ...draft, places })} />
    </details>
  );
};
