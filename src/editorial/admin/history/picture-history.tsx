'use client';
import { useAuth, useDocumentInfo } from '@payloadcms/ui';
import { useEffect, useState } from 'react';
import type { HistoryAnswer } from '../../endpoints/history-endpoints.ts';
import { ActionButton } from '../shell/action-button.tsx';
import { studioFetch } from '../words/studio-fetch.ts';
import { useWords } from '../words/use-words.ts';
import { HistoryLine } from './history-line.tsx';

const isCurator = (user: unknown): boolean =>
  user !== null && typeof user === 'object' && 'roles' in user && Array.isArray(user.roles)
    ? user.roles.includes('curator')
    : false;

/** A page of the history, asked for when somebody opens it and again after each save. */
const useHistory = (id: string | undefined, page: number, isOpen: boolean): HistoryAnswer | null => {
  const { language } = useWords();
  const { lastUpdateTime } = useDocumentInfo();
  const [answer, setAnswer] = useState<HistoryAnswer | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a save is the reason to ask again
  useEffect(() => {
    if (id === undefined || !isOpen) return;
    const stop = new AbortController();
    const load = async () => {
      const said = await studioFetch(`/api/images/${id}/history?page=${page}`, language, stop);
      if (!stop.signal.aborted) setAnswer(said.ok ? (said.body as HistoryAnswer) : null);
    };
    void load();
    return () => stop.abort();
  }, [id, page, isOpen, language, lastUpdateTime]);
  return answer;
};

const Pages = ({ answer, onPage }: { answer: HistoryAnswer; onPage: (page: number) => void }) => {
  const { say } = useWords();
  const { page, pages } = answer;
  if (pages < 2) return null;
  return (
    <p className="bt-panel__actions">
      <ActionButton disabled={page <= 1} id="history-newer" onClick={() => onPage(page - 1)}>
        {say('history.newer')}
      </ActionButton>
      <ActionButton disabled={page >= pages} id="history-older" onClick={() => onPage(page + 1)}>
        {say('history.older')}
      </ActionButton>
    </p>
  );
};

const Files = ({ id }: { id: string }) => {
  const { say } = useWords();
  return (
    <p>
      <a download href={`/api/images/${id}/history/json`}>
        {say('history.json')}
      </a>
      {' · '}
      <a download href={`/api/images/${id}/history/csv`}>
        {say('history.csv')}
      </a>
    </p>
  );
};

/** Where the picture came from, who changed what, and what was made of it, a page at a time. */
export const PictureHistory = () => {
  const { say } = useWords();
  const { user } = useAuth();
  const { id } = useDocumentInfo();
  const picture = id === undefined ? undefined : String(id);
  const [isOpen, setOpen] = useState(false);
  const [page, setPage] = useState(1);
  const answer = useHistory(picture, page, isOpen);
  if (picture === undefined) return null;
  return (
    <details className="bt-history" id="picture-history" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{say('history.title')}</summary>
      {answer ? (
        <>
          {answer.hasOrigin ? <p className="bt-panel__hint">{say('history.origin')}</p> : null}
          <ol>
            {answer.entries.map((entry, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: entries have no name of their own and never move
              <HistoryLine entry={entry} key={`${entry.at}${entry.kind}${index}`} />
            ))}
          </ol>
          <Pages answer={answer} onPage={setPage} />
          {isCurator(user) && !answer.isCounted ? <Files id={picture} /> : null}
        </>
      ) : null}
    </details>
  );
};
