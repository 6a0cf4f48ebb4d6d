import { agencyDocument } from '../views/agency.ts';
import { listOf } from './list-of.ts';

export const agencies = listOf({
  type: 'agency',
  schema: agencyDocument,
  sorts: ['title', 'newest', 'oldest', 'updated'],
  filters: {},
});
