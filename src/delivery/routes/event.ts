import { eventDocument } from '../views/event.ts';
import { oneDocument } from './one-document.ts';

export const event = oneDocument({ type: 'event', schema: eventDocument, name: 'Event' });
