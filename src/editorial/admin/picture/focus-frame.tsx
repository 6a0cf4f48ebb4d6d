'use client';
import type { KeyboardEvent, MouseEvent } from 'react';
import { useWords } from '../words/use-words.ts';
import { directionOf } from './crop-edit.ts';
import type { Crops } from './use-crops.ts';

/** The picture itself. A click on it sets the point that stays visible when it is cropped; arrow keys move it. */
export const FocusFrame = ({ id, crops }: { id: string; crops: Crops }) => {
  const { say } = useWords();
  const [x, y] = crops.focus;
  const point = (event: MouseEvent<HTMLButtonElement>) => {
    // A click by keyboard is nowhere
    if (event.detail === 0 || !crops.mayChange) return;
    const box = event.currentTarget.getBoundingClientRect();
    crops.setFocus((event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height);
  };
  const go = (event: KeyboardEvent) => {
    const direction = directionOf(event.key);
    if (!direction || !crops.mayChange) return;
    event.preventDefault();
    const step = event.shiftKey ? 0.05 : 0.005;
    crops.setFocus(x + direction[0] * step, y + direction[1] * step);
  };
  return (
    <button
      aria-label={say('image.setFocus')}
      className="bt-picture__frame"
      id="image-focus"
      onClick={point}
      onKeyDown={go}
      type="button"
    >
      <img alt="" src={`/api/images/${id}/file?width=1200`} />
      <span aria-hidden="true" className="bt-picture__focus" style={{ left: `${x * 100}%`, top: `${y * 100}%` }} />
    </button>
  );
};
