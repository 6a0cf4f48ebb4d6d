'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import { z } from 'zod';
import type { Content } from '#translation/content.ts';
import { type Answer, studioFetch } from '../words/studio-fetch.ts';
import { useWords } from '../words/use-words.ts';
import { type Conflict, conflict, done, type Line, type Sheet, sheet } from './answers.ts';

/** One language of one document. */
export interface Place {
  readonly collection: string;
  readonly id: string;
  readonly locale: string;
}

/** What became of a deed: done, refused with words, or somebody else was faster. */
export type Outcome =
  /** The line as it is from now on; null where it is gone. */
  | { readonly kind: 'done'; readonly line: Line | null }
  | { readonly kind: 'refused'; readonly words: string }
  | { readonly kind: 'conflict'; readonly texts: Conflict; readonly words: string };

const refusal = z.looseObject({ values: z.looseObject({ by: z.string() }).catch({ by: '–' }), conflict });

const outcomeOf = (answer: Answer, after: Line | null): Outcome => {
  if (answer.ok) return { kind: 'done', line: after };
  const read = refusal.safeParse(answer.body);
  if (answer.code === 'segment-conflict' && read.success)
    return { kind: 'conflict', texts: read.data.conflict, words: answer.detail };
  return { kind: 'refused', words: answer.detail };
};

export interface SheetHand {
  readonly sheet: Sheet | null;
  /** Why there is none, in words. */
  readonly trouble: string | null;
  /** Whether something is on its way. */
  readonly isBusy: boolean;
  reload(): Promise<void>;
  confirm(line: Line, target: Content, origin: 'human' | 'memory', base?: Line['base']): Promise<Outcome>;
  keep(line: Line): Promise<Outcome>;
  setApart(line: Line, kind: 'left-out' | 'only-here' | 'adapted' | null, reason: string): Promise<Outcome>;
  /** A paragraph behind the line, in this language alone. */
  addBeside(line: Line, target: Content, reason: string): Promise<Outcome>;
  review(line: Line): Promise<Outcome>;
  callFine(line: Line, finding: string, reason: string): Promise<Outcome>;
}

/** A line in the place of what it was; its name changes once something is remembered of it. */
const exchanged = (before: Sheet, was: Line, line: Line): Sheet => ({
  ...before,
  segments: before.segments.map((one) => (one.segment === was.segment ? line : one)),
});

/** A deed that makes a line of its own, and leaves the one that it was done at. */
const besideDeed = '/beside';

/** Asks for a sheet and does what a person does with it, one deed after another. */
export const useSheet = ({ collection, id, locale }: Place): SheetHand => {
  const { language, sayIn } = useWords();
  const base = `/api/translation/${collection}/${id}/${locale}`;
  const [now, setNow] = useState<{ sheet: Sheet | null; trouble: string | null }>({ sheet: null, trouble: null });
  const [isBusy, setBusy] = useState(false);
  const asked = useRef(0);
  const reload = useCallback(async () => {
    asked.current += 1;
    const mine = asked.current;
    const answer = await studioFetch(base, language);
    // An answer that was overtaken tells of what is past
    if (mine !== asked.current) return;
    const read = answer.ok ? sheet.safeParse(answer.body) : null;
    if (read?.success) setNow({ sheet: read.data, trouble: null });
    else setNow((before) => ({ ...before, trouble: (!answer.ok && answer.detail) || sayIn('workbench:unreachable') }));
  }, [base, language, sayIn]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: words change with every drawing, the address does not
  useEffect(() => void reload(), [base]);
  const act = async (line: Line, deed: string, json: object): Promise<Outcome> => {
    setBusy(true);
    try {
      const name = encodeURIComponent(line.segment);
      const answer = await studioFetch(`${base}/segments/${name}${deed}`, language, { method: 'POST', json });
      const read = answer.ok ? done.safeParse(answer.body) : null;
      const after = read?.success ? read.data.segment : null;
      // A line that has come or gone moves others
      if (after && after.target !== null && deed !== besideDeed)
        setNow(({ sheet: before }) => ({ sheet: before && exchanged(before, line, after), trouble: null }));
      else if (answer.ok || answer.status === 409) await reload();
      const outcome = outcomeOf(answer, after);
      return outcome.kind === 'refused' && outcome.words === ''
        ? { kind: 'refused', words: sayIn('workbench:unreachable') }
        : outcome;
    } finally {
      setBusy(false);
    }
  };
  return {
    ...now,
    isBusy,
    reload,
    confirm: (line, target, origin, seen = line.base) => act(line, '', { target, origin, base: seen }),
    keep: (line) => act(line, '/keep', { base: line.base }),
    setApart: (line, kind, reason) => act(line, '/apart', { kind, reason, base: line.base }),
    addBeside: (line, target, reason) => act(line, besideDeed, { target, reason, base: line.base }),
    review: (line) => act(line, '/review', { base: line.base }),
    callFine: (line, finding, reason) => act(line, '/fine', { check: finding, reason, base: line.base }),
  };
};
