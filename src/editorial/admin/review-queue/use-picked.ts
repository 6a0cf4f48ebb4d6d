'use client';
import { useState } from 'react';
import type { KeyAct } from './keys.ts';
import {
  anchorPicked,
  dropPicked,
  extendPicked,
  nothingPicked,
  pickThese,
  togglePicked,
  undoPicked,
} from './picked.ts';

/** What of a list is selected, where the keys are, and how they change both. @param ids of the list, in order */
export const usePicked = (ids: readonly string[]) => {
  const [picked, setPicked] = useState(nothingPicked);
  const [place, setPlace] = useState(0);
  const focus = Math.max(0, Math.min(place, ids.length - 1));
  const pick = (at: number, range: boolean): void => {
    const id = ids[at];
    if (id) setPicked((before) => (range ? extendPicked(before, ids, at) : togglePicked(before, id, at)));
  };
  return {
    ...{ picked, focus, pick },
    /** @param begins whether a range begins there */
    setFocus: (at: number, begins: boolean): void => {
      setPlace(at);
      if (begins) setPicked((before) => anchorPicked(before, at));
    },
    /** What has left the list is not selected any more, and not by taking a step back either. */
    drop: (gone: ReadonlySet<string>): void => setPicked((before) => dropPicked(before, gone)),
    /** Acts that change the selection; others are left alone. */
    act: (what: KeyAct['do']): void => {
      if (what === 'toggle') pick(focus, false);
      else if (what === 'all') setPicked((before) => pickThese(before, ids));
      else if (what === 'none') setPicked((before) => pickThese(before, []));
      else if (what === 'undo') setPicked(undoPicked);
    },
  };
};
