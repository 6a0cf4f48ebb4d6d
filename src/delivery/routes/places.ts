import { placeDocument } from '../views/place.ts';
import { listOf } from './list-of.ts';

export const places = listOf({
  type: 'place',
  schema: placeDocument,
  sorts: ['title', 'newest', 'oldest', 'updated'],
  filters: {},
});
