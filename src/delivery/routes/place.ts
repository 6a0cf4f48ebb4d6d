import { placeDocument } from '../views/place.ts';
import { oneDocument } from './one-document.ts';

export const place = oneDocument({ type: 'place', schema: placeDocument, name: 'Place' });
