import { albumDocument } from '../views/album.ts';
import { oneDocument } from './one-document.ts';

export const pressKit = oneDocument({
  ...{ type: 'album', schema: albumDocument, name: 'PressKit' },
  as: { collection: 'press-kits', kind: 'press-kit', called: 'press kit' },
});
