import { imageDocument } from '../views/image.ts';
import { oneDocument } from './one-document.ts';

export const image = oneDocument({ type: 'image', schema: imageDocument, name: 'Image' });
