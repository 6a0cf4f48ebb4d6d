import { z } from 'zod';
import { key, licence, partialDate, person, year } from '../http/parameters.ts';
import { orientations } from '../projection/list-query.ts';
import { imageDocument } from '../views/image.ts';
import { listOf } from './list-of.ts';

export const images = listOf({
  type: 'image',
  schema: imageDocument,
  sorts: ['newest', 'oldest', 'updated', 'title', 'album'],
  filters: {
    topic: key('Only pictures of this topic.'),
    place: key('Only pictures of this place.'),
    agency: key('Only pictures of this agency.'),
    album: key('Only pictures of this album; with `sort=album` in its order.'),
    person: person('Only pictures that show this person.'),
    orientation: z.enum(orientations).optional().meta({
      description: 'Only pictures of this shape; sides that differ by one in a hundred or less make a square.',
    }),
    year: year('Only pictures of which the date begins with this year.'),
    licence: licence('Only pictures under this statement.'),
    takenFrom: partialDate('Only pictures that may have been taken on this date or later.'),
    takenTo: partialDate('Only pictures that may have been taken on this date or earlier.'),
  },
});
