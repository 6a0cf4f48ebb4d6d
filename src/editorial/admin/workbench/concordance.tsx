'use client';
import { type FormEvent, useState } from 'react';
import { z } from 'zod';
import type { StudioLocale } from '#languages/locales.ts';
import { ActionButton } from '../shell/action-button.tsx';
import { studioFetch } from '../words/studio-fetch.ts';
import { useWords } from '../words/use-words.ts';
import { content } from './answers.ts';
import { ContentText } from './content-text.tsx';

const answer = z.object({
  found: z.array(
    z.looseObject({
      source: content,
      target: content,
      document: z.looseObject({ collection: z.string(), id: z.string() }).nullable(),
    }),
  ),
});
type Found = z.infer<typeof answer>['found'];

/** How a word was translated before, with the places. */
export const Concordance = ({ from, to }: { from: StudioLocale; to: StudioLocale }) => {
  const { sayIn, language } = useWords();
  const [asked, setAsked] = useState('');
  const [found, setFound] = useState<Found | null>(null);
  const search = async (event: FormEvent) => {
    event.preventDefault();
    if (asked.trim() === '') return setFound(null);
    const query = new URLSearchParams({ q: asked.trim(), from, to, limit: '20' });
    const told = await studioFetch(`/api/translation/concordance?${query}`, language);
    const read = told.ok ? answer.safeParse(told.body) : null;
    setFound(read?.success ? read.data.found : []);
  };
  return (
    <section>
      <h3>{sayIn('workbench:concordance')}</h3>
      <form onSubmit={(event) => void search(event)}>
        <input
          aria-label={sayIn('workbench:concordance')}
          id="concordance"
          maxLength={200}
          onChange={(event) => setAsked(event.target.value)}
          type="search"
          value={asked}
        />
        <ActionButton>{sayIn('workbench:concordance.search')}</ActionButton>
      </form>
      <div aria-live="polite">
        {found?.length === 0 ? <p className="bt-side__none">{sayIn('workbench:concordance.none')}</p> : null}
        <ul className="bt-matches">
          {(found ?? []).map(({ source, target, document }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: places are known by their number
            <li key={at}>
              <p>
                <ContentText content={source} locale={from} />
              </p>
              <p>
                <ContentText content={target} locale={to} />
              </p>
              {document ? (
                <a href={`/admin/translate/${document.collection}/${document.id}/${to}`}>
                  {sayIn('workbench:concordance.place')}
                </a>
              ) : null}
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
};
