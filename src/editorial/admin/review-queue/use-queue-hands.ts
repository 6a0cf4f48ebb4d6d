'use client';
import { type KeyboardEvent, type MouseEvent, type RefObject, useEffect } from 'react';
import { type GridLayout, neighbour, rowOf } from '../archive/grid-layout.ts';
import { type KeyAct, readKey } from './keys.ts';

interface Ground {
  readonly focus: number;
  readonly layout: GridLayout;
  readonly ratios: Float32Array;
  /** @param begins whether a range begins there */
  readonly onFocus: (at: number, begins: boolean) => void;
  readonly onPick: (at: number, range: boolean) => void;
  readonly onAct: (act: KeyAct) => void;
}

/** What keys and clicks do on the pictures of the queue. */
export const useQueueHands = ({ focus, layout, ratios, onFocus, onPick, onAct }: Ground) => {
  const move = (place: number, extend: boolean): void => {
    const at = Math.min(layout.count - 1, Math.max(0, place));
    onFocus(at, !extend);
    if (extend) onPick(at, true);
  };
  return {
    press: (event: KeyboardEvent): void => {
      const act = readKey(event);
      if (!act) return;
      event.preventDefault();
      if (act.do === 'move') move(focus + act.by, act.extends);
      else if (act.do === 'row') move(neighbour(layout, ratios, focus, act.by), act.extends);
      else onAct(act);
    },
    click: (event: MouseEvent): void => {
      const tile = event.target instanceof Element ? event.target.closest('[data-at]') : null;
      if (!tile) return;
      const at = Number(tile.getAttribute('data-at'));
      onFocus(at, !event.shiftKey);
      onPick(at, event.shiftKey);
    },
  };
};

/** Scrolls so that the picture that the keys are at is in sight, whole. @param gap between rows, in pixels */
export const useInSight = (
  frame: RefObject<HTMLElement | null>,
  layout: GridLayout,
  focus: number,
  gap: number,
): void => {
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const row = rowOf(layout, focus);
    const [upper, tall] = [layout.tops[row] ?? 0, layout.heights[row] ?? 0];
    if (upper < element.scrollTop) element.scrollTop = upper;
    else if (upper + tall > element.scrollTop + element.clientHeight)
      element.scrollTop = upper + tall - element.clientHeight + gap;
  }, [frame, layout, focus, gap]);
};
