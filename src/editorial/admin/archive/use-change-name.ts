'use client';
import { useFieldName } from '../words/use-field-name.ts';
import { useWords } from '../words/use-words.ts';

/** How what can be changed of a selection is called: fields by their names, and what is no field of a picture as its filter. */
export const useChangeName = (): ((name: string) => string) => {
  const { say } = useWords();
  const nameOf = useFieldName('images');
  return (name) => {
    if (name === 'marking') return say('archive.facet.marking');
    return name === 'albums' ? say('archive.facet.album') : nameOf(name);
  };
};
