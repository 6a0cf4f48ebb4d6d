import { agencyDocument } from '../views/agency.ts';
import { oneDocument } from './one-document.ts';

export const agency = oneDocument({ type: 'agency', schema: agencyDocument, name: 'Agency' });
