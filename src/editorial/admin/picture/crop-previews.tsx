'use client';
import { type Shape, shapes } from '#media/crops/crops.ts';
import { useWords } from '../words/use-words.ts';
import type { Crops } from './use-crops.ts';

/** What a page shows in one shape: the picture behind a window. */
const Preview = ({ id, shape, crops, chosen }: { id: string; shape: Shape; crops: Crops; chosen: boolean }) => {
  const { say } = useWords();
  const { x, y, width, height, set } = crops.shown[shape];
  const { size } = crops;
  const behind = {
    height: `${(size.height / height) * 100}%`,
    left: `${(-x / width) * 100}%`,
    top: `${(-y / height) * 100}%`,
    width: `${(size.width / width) * 100}%`,
  };
  return (
    <figure className={chosen ? 'bt-shape bt-shape--chosen' : 'bt-shape'} data-shape={shape}>
      <div className="bt-shape__window" style={{ aspectRatio: shape.replace(':', ' / ') }}>
        <img alt="" src={`/api/images/${id}/file?width=640`} style={behind} />
      </div>
      <figcaption>
        <strong>{shape}</strong> {say(crops.faultOf(shape) ? 'crop.unfit' : set ? 'crop.set' : 'crop.derived')}
      </figcaption>
    </figure>
  );
};

/** The four shapes as pages would show them now, before anything is saved. */
export const CropPreviews = ({ id, crops, chosen }: { id: string; crops: Crops; chosen: Shape | null }) => {
  const { say } = useWords();
  return (
    <section aria-label={say('crop.previews')} className="bt-shapes" id="crop-previews">
      {shapes.map((shape) => (
        <Preview chosen={shape === chosen} crops={crops} id={id} key={shape} shape={shape} />
      ))}
    </section>
  );
};
