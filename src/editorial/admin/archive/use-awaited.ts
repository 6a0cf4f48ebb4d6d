'use client';
import { useEffect, useState } from 'react';
import type { Picture } from './answers.ts';

/**
 * Opens a picture that somebody wanted before it was loaded, as soon as it is; another question forgets it.
 * @returns says which place is wanted
 */
export const useAwaited = (
  question: string,
  pictureAt: (place: number) => Picture | undefined,
  onOpen: (id: string) => void,
): ((place: number) => void) => {
  const [awaited, setAwaited] = useState<{ place: number; question: string } | null>(null);
  const arrived = awaited?.question === question ? pictureAt(awaited.place) : undefined;
  useEffect(() => {
    if (!arrived) return;
    setAwaited(null);
    onOpen(arrived.id);
  }, [arrived, onOpen]);
  return (place) => setAwaited({ place, question });
};
