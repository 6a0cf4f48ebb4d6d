import { key, partialDate } from '../http/parameters.ts';
import { imageDocument } from '../views/image.ts';
import { listOf } from './list-of.ts';

export const images = listOf({
  type: 'image',
  schema: imageDocument,
  sorts: ['newest', 'oldest', 'updated', 'title'],
  filters: {
    topic: key('Only pictures of this topic.'),
    place: key('Only pictures of this place.'),
    agency: key('Only pictures of this agency.'),
    takenFrom: partialDate('Only pictures that may have been taken on this date or later.'),
    takenTo: partialDate('Only pictures that may have been taken on this date or earlier.'),
  },
});
