'use client';
import { type RefObject, useCallback, useEffect, useState } from 'react';

/** What of the grid is in sight: its width, and how far it is scrolled. Pixels. */
export interface Sight {
  readonly width: number;
  readonly height: number;
  readonly top: number;
}

/** Follows the size of an element and how far it is scrolled, once for each picture that the browser draws. */
export const useSight = (element: RefObject<HTMLElement | null>): Sight & { read(): void } => {
  const [sight, setSight] = useState<Sight>({ width: 0, height: 0, top: 0 });
  const read = useCallback(() => {
    const { clientWidth = 0, clientHeight = 0, scrollTop = 0 } = element.current ?? {};
    setSight((before) =>
      before.width === clientWidth && before.height === clientHeight && before.top === scrollTop
        ? before
        : { width: clientWidth, height: clientHeight, top: scrollTop },
    );
  }, [element]);
  useEffect(() => {
    const { current } = element;
    if (!current) return undefined;
    let frame = 0;
    const later = (): void => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(read);
    };
    const watcher = new ResizeObserver(later);
    watcher.observe(current);
    current.addEventListener('scroll', later, { passive: true });
    read();
    return () => {
      watcher.disconnect();
      current.removeEventListener('scroll', later);
      cancelAnimationFrame(frame);
    };
  }, [element, read]);
  return { ...sight, read };
};
