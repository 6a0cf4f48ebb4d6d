import { albumDocument } from '../views/album.ts';
import { oneDocument } from './one-document.ts';

export const album = oneDocument({ type: 'album', schema: albumDocument, name: 'Album' });
