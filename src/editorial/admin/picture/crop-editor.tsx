'use client';
import { useState } from 'react';
import { leastSide, type Part, type Shape, shapes } from '#media/crops/crops.ts';
import { ActionButton } from '../shell/action-button.tsx';
import { useWords } from '../words/use-words.ts';
import { numbers, withNumber } from './crop-edit.ts';
import { CropFrame } from './crop-frame.tsx';
import { CropPreviews } from './crop-previews.tsx';
import { FocusFrame } from './focus-frame.tsx';
import { NumberFields } from './number-fields.tsx';
import { type Crops, useCrops } from './use-crops.ts';

const FocusNumbers = ({ crops }: { crops: Crops }) => {
  const { say } = useWords();
  const [x, y] = crops.focus.map((fraction) => Math.round(fraction * 1000) / 10) as [number, number];
  const disabled = !crops.mayChange;
  return (
    <>
      <NumberFields
        fields={[
          {
            name: 'focus-x',
            label: say('crop.fromLeft'),
            value: x,
            disabled,
            onChange: (to) => crops.setFocus(to / 100, y / 100),
          },
          {
            name: 'focus-y',
            label: say('crop.fromTop'),
            value: y,
            disabled,
            onChange: (to) => crops.setFocus(x / 100, to / 100),
          },
        ]}
        legend={say('crop.focusNumbers')}
      />
      <p className="bt-panel__hint">
        {say('image.focusHint')} {say('crop.focusKeys')}
      </p>
    </>
  );
};

const ShapeNumbers = ({ shape, crops }: { shape: Shape; crops: Crops }) => {
  const { say } = useWords();
  const { set, ...part } = crops.shown[shape];
  const fault = crops.faultOf(shape);
  return (
    <>
      <NumberFields
        fields={numbers.map((name) => ({
          name: `crop-${name}`,
          label: say(`crop.${name}`),
          value: part[name],
          disabled: !crops.mayChange,
          onChange: (to: number) => crops.set(shape, withNumber(shape, part satisfies Part, name, to, crops.size)),
        }))}
        legend={say('crop.numbers', { shape })}
      />
      {fault ? (
        <p className="bt-crops__fault" role="alert">
          {say('crop.unfitHint')}
        </p>
      ) : null}
      <p className="bt-panel__hint" id="crop-hint">
        {say('crop.hint', { least: leastSide })}
      </p>
      {crops.mayChange ? (
        <ActionButton disabled={!set && fault === null} id="crop-reset" onClick={() => crops.set(shape, null)}>
          {say('crop.reset')}
        </ActionButton>
      ) : null}
    </>
  );
};

/** Focus and crops over the picture, as numbers and as pages would show them. They are stored with the form. */
export const CropEditor = ({ id }: { id: string }) => {
  const { say } = useWords();
  const [shape, setShape] = useState<Shape | null>(null);
  const crops = useCrops();
  return (
    <div className="bt-crops">
      <fieldset aria-label={say('crop.choose')} className="bt-tabs bt-tabs--tight">
        <button aria-pressed={shape === null} onClick={() => setShape(null)} type="button">
          {say('crop.focus')}
        </button>
        {shapes.map((one) => (
          <button aria-pressed={shape === one} key={one} onClick={() => setShape(one)} type="button">
            {one}
          </button>
        ))}
      </fieldset>
      {shape === null ? <FocusFrame crops={crops} id={id} /> : <CropFrame crops={crops} id={id} shape={shape} />}
      {shape === null ? <FocusNumbers crops={crops} /> : <ShapeNumbers crops={crops} shape={shape} />}
      <CropPreviews chosen={shape} crops={crops} id={id} />
    </div>
  );
};
