'use client';
import type { KeyboardEvent, MouseEvent, RefObject } from 'react';
import type { Picture } from './answers.ts';
import { type GridLayout, neighbour, rowOf } from './grid-layout.ts';
import type { TallScroll } from './tall-scroll.ts';

/** Pixels between two pictures. */
export const gap = 6;

/** What a hand on the grid can mean. */
export interface Acts {
  /** A picture is pointed at, by a click or a key. */
  onPick: (id: string, at: number, how: { range: boolean; add: boolean }) => void;
  onAll: () => void;
  onNone: () => void;
  onOpen: (id: string) => void;
}

interface Ground extends Acts {
  ratios: Float32Array;
  frame: RefObject<HTMLElement | null>;
  layout: GridLayout;
  scroll: TallScroll;
  /** The place that has the focus. */
  at: number;
  setFocus: (place: number) => void;
  pictureAt: (place: number) => Picture | undefined;
  /** A picture is to be opened that has not been loaded yet. */
  onAwait: (place: number) => void;
}

const placeOf = (target: EventTarget): number | null => {
  const tile = target instanceof Element ? target.closest('[data-at]') : null;
  return tile ? Number(tile.getAttribute('data-at')) : null;
};

const moves: Readonly<Record<string, { by: number } | { rows: number }>> = {
  ArrowRight: { by: 1 },
  ArrowLeft: { by: -1 },
  ArrowDown: { rows: 1 },
  ArrowUp: { rows: -1 },
  PageDown: { rows: 4 },
  PageUp: { rows: -4 },
  Home: { by: Number.NEGATIVE_INFINITY },
  End: { by: Number.POSITIVE_INFINITY },
};

/** Brings a place into sight and gives it the focus. */
const show = ({ frame, layout, scroll, setFocus }: Ground, place: number): void => {
  const row = rowOf(layout, place);
  const [upper, tall] = [layout.tops[row] ?? 0, layout.heights[row] ?? 0];
  const element = frame.current;
  if (!element) return;
  const seen = scroll.seenAt(element.scrollTop);
  if (upper < seen) element.scrollTop = scroll.barAt(upper);
  else if (upper + tall > seen + element.clientHeight)
    element.scrollTop = scroll.barAt(upper + tall - element.clientHeight + gap);
  setFocus(place);
  requestAnimationFrame(() => document.getElementById(`archive-${place}`)?.focus({ preventScroll: true }));
};

/** What clicks and keys do on the grid. */
export const useHands = (ground: Ground) => {
  const { ratios, layout, at, setFocus, pictureAt, onPick, onAll, onNone, onOpen, onAwait } = ground;
  const pick = (place: number, how: { range: boolean; add: boolean }): void => {
    const picture = pictureAt(place);
    if (picture) onPick(picture.id, place, how);
  };
  const open = (place: number | null): void => {
    if (place === null) return;
    const picture = pictureAt(place);
    if (picture) onOpen(picture.id);
    else onAwait(place);
  };
  const move = (key: string, range: boolean): boolean => {
    const step = moves[key];
    if (!step) return false;
    const raw = 'by' in step ? at + step.by : neighbour(layout, ratios, at, step.rows);
    const place = Math.min(layout.count - 1, Math.max(0, raw));
    show(ground, place);
    if (range) pick(place, { range: true, add: false });
    return true;
  };
  return {
    open: (event: MouseEvent): void => open(placeOf(event.target)),
    click: (event: MouseEvent): void => {
      const place = placeOf(event.target);
      if (place === null) return;
      setFocus(place);
      const onCheck = event.target instanceof Element && event.target.classList.contains('bt-tile__check');
      pick(place, { range: event.shiftKey, add: event.ctrlKey || event.metaKey || onCheck });
    },
    press: (event: KeyboardEvent): void => {
      const strong = event.ctrlKey || event.metaKey;
      if (strong && event.key.toLowerCase() === 'a') onAll();
      else if (event.key === 'Escape') onNone();
      else if (event.key === ' ') pick(at, { range: event.shiftKey, add: true });
      else if (event.key === 'Enter') open(at);
      else if (!move(event.key, event.shiftKey)) return;
      event.preventDefault();
    },
  };
};
