import type { CollectionConfig, Field } from 'payload';
import { randomId } from './fields/random-id.ts';
import { keptByPrograms } from './kept-by-programs.ts';

/**
 * How far the deletion of a picture is. `asked`: somebody wants it; `withdrawn`: somebody took that back; `confirmed`: a
 * second person wants it too, and the record is to go; `leaving`: the record is gone, its bytes are going; `done`.
 */
export const deletionStates = ['asked', 'withdrawn', 'confirmed', 'leaving', 'done'] as const;
export type DeletionState = (typeof deletionStates)[number];

/** Written by programs of ours alone; whoever asks through them sees what concerns pictures that they may see. */
const kept = {
  ...keptByPrograms(),
  timestamps: false,
} as const satisfies Partial<CollectionConfig>;

const picture = (): Field => ({ name: 'picture', type: 'text', index: true, required: true });

/**
 * Deletions of pictures, from the question to what stays of the answer: who asked, who confirmed, when and why, and the
 * names of the bytes. Nothing that the record said is in it.
 */
export const pictureDeletions = (): CollectionConfig => ({
  slug: 'picture-deletions',
  ...kept,
  defaultSort: '-askedAt',
  fields: [
    randomId(),
    picture(),
    {
      name: 'state',
      type: 'select',
      options: deletionStates.map((value) => ({ value, label: value })),
      index: true,
      required: true,
    },
    { name: 'askedBy', type: 'text', required: true },
    { name: 'askedName', type: 'text' },
    { name: 'askedAt', type: 'date', required: true },
    { name: 'reason', type: 'textarea', required: true },
    // Not to be confirmed before
    { name: 'dueAt', type: 'date', index: true, required: true },
    // Who took it back or confirmed it
    { name: 'decidedBy', type: 'text' },
    { name: 'decidedName', type: 'text' },
    { name: 'decidedAt', type: 'date' },
    { name: 'decidedWhy', type: 'textarea' },
    // Of the master, and of what was known of it from before it came here
    { name: 'sha256', type: 'text', index: true },
    { name: 'bytes', type: 'number' },
    { name: 'origin', type: 'text' },
    // The marking as it was, for whoever asks when the picture is gone
    { name: 'seal', type: 'text', index: true },
    { name: 'marking', type: 'text' },
    { name: 'leftAt', type: 'date' },
    { name: 'doneAt', type: 'date' },
  ],
});

/** What keeps a picture from being deleted, because a court or an authority may ask for it. */
export const pictureHolds = (): CollectionConfig => ({
  slug: 'picture-holds',
  ...kept,
  defaultSort: '-setAt',
  fields: [
    randomId(),
    picture(),
    { name: 'setBy', type: 'text', required: true },
    { name: 'setName', type: 'text' },
    { name: 'setAt', type: 'date', required: true },
    { name: 'reason', type: 'textarea', required: true },
    { name: 'liftedBy', type: 'text' },
    { name: 'liftedName', type: 'text' },
    { name: 'liftedAt', type: 'date', index: true },
    { name: 'liftedWhy', type: 'textarea' },
  ],
});
