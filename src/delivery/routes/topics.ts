import { topicDocument } from '../views/topic.ts';
import { listOf } from './list-of.ts';

export const topics = listOf({
  type: 'topic',
  schema: topicDocument,
  sorts: ['title', 'newest', 'oldest', 'updated'],
  filters: {},
});
