'use client';
import { useEffect, useState } from 'react';
import type { UsesAnswer } from '../../endpoints/image-facts.ts';
import { studioFetch } from '../words/studio-fetch.ts';
import { useWords } from '../words/use-words.ts';

/** Texts that show a picture, each with the way to it, for whoever is about to have it deleted. */
export const UsesList = ({ id }: { id: string }) => {
  const { say, language } = useWords();
  const [uses, setUses] = useState<UsesAnswer['uses'] | null>(null);
  useEffect(() => {
    const load = async () => {
      const answer = await studioFetch(`/api/images/${id}/uses`, language);
      if (answer.ok) setUses((answer.body as UsesAnswer).uses);
    };
    void load();
  }, [id, language]);
  if (uses === null) return null;
  if (uses.length === 0) return <p>{say('deletion.noUses')}</p>;
  return (
    <div id="deletion-uses">
      <p>{say('deletion.uses')}</p>
      <ul>
        {uses.map((use) => (
          <li key={`${use.collection}/${use.id}`}>
            <a href={`/admin/collections/${use.collection}/${use.id}`}>{use.title}</a>
            {use.isOut ? <> · {say('deletion.isOut')}</> : null}
          </li>
        ))}
      </ul>
    </div>
  );
};
