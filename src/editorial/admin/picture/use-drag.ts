'use client';
import { type PointerEvent, useRef } from 'react';

/** Fractions of the frame by which the pointer has gone since it came down. */
export type Going = (across: number, down: number) => void;

/**
 * Handlers for something that is dragged over a picture. The pointer is captured, so that it may leave the picture.
 * @param begin called when the pointer comes down; its answer is called for each step; null: nothing is dragged
 * @param frameOf the picture, of which what is dragged is a part
 */
export const useDrag = (begin: () => Going | null, frameOf: () => Element | null) => {
  const dragged = useRef<{ going: Going; x: number; y: number; width: number; height: number } | null>(null);
  const stop = () => {
    dragged.current = null;
  };
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      const frame = frameOf()?.getBoundingClientRect();
      const going = event.button === 0 && frame ? begin() : null;
      if (!going || !frame) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      dragged.current = { going, x: event.clientX, y: event.clientY, width: frame.width, height: frame.height };
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (!dragged.current) return;
      const { going, x, y, width, height } = dragged.current;
      going((event.clientX - x) / width, (event.clientY - y) / height);
    },
    onPointerUp: stop,
    onPointerCancel: stop,
  };
};
