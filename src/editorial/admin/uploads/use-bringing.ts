'use client';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { z } from 'zod';
import { type Answer, studioFetch } from '../words/studio-fetch.ts';
import { useWords } from '../words/use-words.ts';
import { type BatchDraft, batchBody } from './batch-fields.tsx';
import { fromHandles, type Gathered } from './gather.ts';
import { forgetBatch, type KeptBatch, type KeptFile, keepBatch, keptOf } from './kept.ts';
import { mayRead } from './may-read.ts';
import { openQueue, type Queue, type Snapshot } from './queue.ts';

type Refusal = Extract<Answer, { ok: false }>;
type Kept = { batch: KeptBatch; files: KeptFile[] };

export interface Bringing {
  readonly queue: Queue;
  readonly snapshot: Snapshot;
  /** Id of the batch that is under way or has just ended. */
  readonly batch: string | null;
  /** What an earlier page left unfinished. */
  readonly kept: Kept | null;
  readonly refusal: Refusal | null;
  /** Files could not be read. */
  readonly isUnread: boolean;
  readonly isOver: boolean;
  give(given: Promise<Gathered>, draft: BatchDraft): Promise<void>;
  /** Goes on with the folder that this browser finds again by itself. */
  resume(draft: BatchDraft): Promise<void>;
  forget(): Promise<void>;
  /** Begins another batch. */
  again(): void;
}

const begun = z.object({ id: z.string() });
const unfinished = ({ files }: Kept): boolean => files.some(({ fates }) => fates === null);

/** Reads the folder again that the browser knows; null where the person does not let it, who can still drop it. */
const findAgain = async ({ batch: { handles } }: Kept): Promise<Gathered | null> =>
  (await mayRead(handles)) ? { ...(await fromHandles(handles)), handles: [] } : null;

/** Finds what an earlier page left unfinished, and forgets what has come to its end. */
const useRemembered = (
  owner: string,
  batch: KeptBatch | null,
  isOver: boolean,
  setKept: (kept: Kept) => void,
): void => {
  useEffect(() => {
    void keptOf(owner).then(async (found) => {
      if (found && unfinished(found)) setKept(found);
      else if (found) await forgetBatch(found.batch.id);
    });
  }, [owner, setKept]);
  useEffect(() => {
    // What was not given again stays remembered
    if (isOver && batch)
      void keptOf(owner).then((found) => {
        if (found?.batch.id === batch.id && !unfinished(found)) void forgetBatch(batch.id);
      });
  }, [isOver, batch, owner]);
};

/** One batch after another, as long as the page is there. */
export const useBringing = (owner: string): Bringing => {
  const { language } = useWords();
  const spoken = useRef(language);
  spoken.current = language;
  const [queue, setQueue] = useState(() => openQueue(() => spoken.current));
  const snapshot = useSyncExternalStore(queue.subscribe, queue.snapshot, queue.snapshot);
  const [batch, setBatch] = useState<KeptBatch | null>(null);
  const [kept, setKept] = useState<Kept | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [isUnread, setUnread] = useState(false);
  const { items } = snapshot;
  const isOver = items.length > 0 && items.every(({ state }) => state === 'done' || state === 'refused');

  useRemembered(owner, batch, isOver, setKept);
  useEffect(() => queue.pause, [queue]);

  const begin = async (draft: BatchDraft): Promise<KeptBatch | null> => {
    if (kept) return kept.batch;
    const answer = await studioFetch('/api/images/batches', language, {
      method: 'POST',
      json: batchBody(draft, language),
    });
    if (answer.ok) return { id: begun.parse(answer.body).id, owner, at: new Date().toISOString(), handles: [] };
    setRefusal(answer);
    return null;
  };

  const give = async (given: Promise<Gathered>, draft: BatchDraft): Promise<void> => {
    setRefusal(null);
    const gathered = await given.catch(() => null);
    setUnread(gathered === null || gathered.unread.length > 0);
    if (!gathered || gathered.files.length === 0) return;
    const into = (isOver ? null : batch) ?? (await begin(draft));
    if (!into) return;
    const whole = { ...into, handles: [...into.handles, ...gathered.handles] };
    setBatch(whole);
    await keepBatch(whole);
    const known = kept?.files ?? [];
    setKept(null);
    await queue.add(whole.id, gathered.files, known).catch(() => setUnread(true));
  };

  const resume = async (draft: BatchDraft): Promise<void> => {
    const found = kept && (await findAgain(kept));
    if (found) await give(Promise.resolve(found), draft);
    else if (kept) setKept({ ...kept, batch: { ...kept.batch, handles: [] } });
  };

  const again = (): void => {
    setQueue(openQueue(() => spoken.current));
    setBatch(null);
  };
  const forget = async (): Promise<void> => {
    if (kept) await forgetBatch(kept.batch.id);
    setKept(null);
  };
  return { queue, snapshot, batch: batch?.id ?? null, kept, refusal, isUnread, isOver, give, resume, forget, again };
};
