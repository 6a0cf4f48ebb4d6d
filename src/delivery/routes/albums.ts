import { albumDocument } from '../views/album.ts';
import { listOf } from './list-of.ts';

export const albums = listOf({
  type: 'album',
  schema: albumDocument,
  sorts: ['title', 'newest', 'oldest', 'updated'],
  filters: {},
});
