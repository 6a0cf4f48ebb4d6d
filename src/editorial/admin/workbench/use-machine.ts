'use client';
import { useEffect, useRef, useState } from 'react';
import { z } from 'zod';
import type { StudioLocale } from '#languages/locales.ts';
import { studioFetch } from '../words/studio-fetch.ts';
import { useWords } from '../words/use-words.ts';
import type { Place } from './use-sheet.ts';

const there = z.object({ name: z.string().nullable(), languages: z.array(z.string()) });
const some = z.object({
  filled: z.number(),
  unusable: z.array(z.object({ segment: z.string() })),
  left: z.number(),
  held: z.number(),
});

/** How far a machine has come. */
export interface MachineWork {
  readonly filled: number;
  /** Segments of which it said nothing that could be used. */
  readonly unusable: number;
  readonly left: number;
  /** Those that may not be sent yet, since the public does not read their source. */
  readonly held: number;
  readonly isOver: boolean;
  /** Why it ended before its end, in words. */
  readonly refusal: string | null;
}

export interface MachineHand {
  /** Its name; null where none may translate into this language. */
  readonly name: string | null;
  readonly work: MachineWork | null;
  begin(): void;
  stop(): void;
}

const nothing: MachineWork = { filled: 0, unusable: 0, left: 0, held: 0, isOver: false, refusal: null };

/** The machine that fills what is empty, some segments at a time: the work shows, stops when it is told to, and goes on when it is begun again. */
export const useMachine = (
  { collection, id, locale }: Place & { locale: StudioLocale },
  onFilled: () => void,
): MachineHand => {
  const { language, sayIn } = useWords();
  const [name, setName] = useState<string | null>(null);
  const [work, setWork] = useState<MachineWork | null>(null);
  const control = useRef<AbortController | null>(null);
  useEffect(() => {
    void studioFetch('/api/translation/machine', language).then((answer) => {
      const read = answer.ok ? there.safeParse(answer.body) : null;
      if (read?.success && read.data.languages.includes(locale)) setName(read.data.name);
    });
    return () => control.current?.abort();
  }, [language, locale]);
  const fill = async (signal: AbortSignal): Promise<void> => {
    const without: string[] = [];
    let now = nothing;
    while (!signal.aborted) {
      const answer = await studioFetch(`/api/translation/${collection}/${id}/${locale}/machine`, language, {
        ...{ method: 'POST', json: { without }, signal },
      });
      const read = answer.ok ? some.safeParse(answer.body) : null;
      if (!read?.success) {
        const words = signal.aborted ? null : (!answer.ok && answer.detail) || sayIn('workbench:unreachable');
        setWork({ ...now, isOver: true, refusal: words });
        break;
      }
      without.push(...read.data.unusable.map(({ segment }) => segment));
      const { left, held } = read.data;
      const filled = now.filled + read.data.filled;
      now = { ...now, filled, unusable: without.length, left, held, isOver: left === 0 };
      setWork(now);
      onFilled();
      if (left === 0) break;
    }
  };
  return {
    name,
    work,
    begin: () => {
      control.current = new AbortController();
      setWork(nothing);
      void fill(control.current.signal);
    },
    stop: () => {
      control.current?.abort();
      setWork((before) => before && { ...before, isOver: true });
      onFilled();
    },
  };
};
