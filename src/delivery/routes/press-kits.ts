import { albumDocument } from '../views/album.ts';
import { listOf } from './list-of.ts';

export const pressKits = listOf({
  type: 'album',
  schema: albumDocument,
  sorts: ['newest', 'oldest', 'updated', 'title'],
  filters: {},
  as: { collection: 'press-kits', kind: 'press-kit', operation: 'listPressKits', called: 'press kits' },
});
