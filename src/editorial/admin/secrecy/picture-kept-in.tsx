'use client';
import { z } from 'zod';
import { useAnswer } from '../picture/use-answer.ts';
import { KeptPlaces, keptPlace } from './kept-places.tsx';

const answer = z.looseObject({ places: z.array(keptPlace) });

/** At a released picture: why the public does not see it, where words of secrecy keep it in. */
export const PictureKeptIn = ({ id }: { id: string }) => {
  const heard = useAnswer(`/api/images/${id}/kept-in`, answer);
  return heard.state === 'read' && heard.answer.places.length > 0 ? (
    <KeptPlaces collection="images" places={heard.answer.places} />
  ) : null;
};
