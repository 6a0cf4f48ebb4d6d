'use client';
import { type KeyboardEvent, useRef } from 'react';
import type { Part, Shape } from '#media/crops/crops.ts';
import { useWords } from '../words/use-words.ts';
import { type Corner, corners, directionOf, moveTo, resizeTo, stepOf, widthAfterKey } from './crop-edit.ts';
import type { Crops } from './use-crops.ts';
import { type Going, useDrag } from './use-drag.ts';

interface Props {
  id: string;
  shape: Shape;
  crops: Crops;
}

const percent = (fraction: number): string => `${fraction * 100}%`;

const CornerHandle = ({
  corner,
  shape,
  crops,
  frameOf,
}: Omit<Props, 'id'> & { corner: Corner; frameOf(): Element | null }) => {
  const { say } = useWords();
  const { size, mayChange } = crops;
  const part: Part = crops.shown[shape];
  const begin = (): Going | null => {
    const sign = corner.endsWith('e') ? 1 : -1;
    return mayChange
      ? (across) => crops.set(shape, resizeTo(shape, part, corner, part.width + sign * across * size.width, size))
      : null;
  };
  const drag = useDrag(begin, frameOf);
  const go = (event: KeyboardEvent) => {
    const direction = directionOf(event.key);
    if (!direction || !mayChange) return;
    event.preventDefault();
    const wanted = widthAfterKey(part, corner, direction, stepOf(size, event.shiftKey));
    crops.set(shape, resizeTo(shape, part, corner, wanted, size));
  };
  return (
    <button
      {...drag}
      aria-label={say(`crop.corner.${corner}`)}
      className={`bt-crop__corner bt-crop__corner--${corner}`}
      disabled={!mayChange}
      onKeyDown={go}
      type="button"
    />
  );
};

/** The picture with the part that a shape shows of it. It is moved and resized by mouse, finger and keys. */
export const CropFrame = ({ id, shape, crops }: Props) => {
  const { say } = useWords();
  const frame = useRef<HTMLDivElement>(null);
  const { size, mayChange } = crops;
  const part: Part = crops.shown[shape];
  const drag = useDrag(
    () =>
      mayChange
        ? (across, down) =>
            crops.set(shape, moveTo(part, part.x + across * size.width, part.y + down * size.height, size))
        : null,
    () => frame.current,
  );
  const go = (event: KeyboardEvent) => {
    const direction = directionOf(event.key);
    if (!direction || !mayChange) return;
    event.preventDefault();
    const step = stepOf(size, event.shiftKey);
    crops.set(shape, moveTo(part, part.x + direction[0] * step, part.y + direction[1] * step, size));
  };
  const place = {
    left: percent(part.x / size.width),
    top: percent(part.y / size.height),
    width: percent(part.width / size.width),
    height: percent(part.height / size.height),
  };
  return (
    <div className="bt-crop" id="crop-frame" ref={frame}>
      <img alt="" draggable={false} src={`/api/images/${id}/file?width=1200`} />
      <div className="bt-crop__box" style={place}>
        <button
          {...drag}
          aria-describedby="crop-hint"
          aria-label={say('crop.move', { shape })}
          className="bt-crop__move"
          disabled={!mayChange}
          id="crop-move"
          onKeyDown={go}
          type="button"
        />
        {corners.map((corner) => (
          <CornerHandle corner={corner} crops={crops} frameOf={() => frame.current} key={corner} shape={shape} />
        ))}
      </div>
    </div>
  );
};
