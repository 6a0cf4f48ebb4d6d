import { topicDocument } from '../views/topic.ts';
import { oneDocument } from './one-document.ts';

export const topic = oneDocument({ type: 'topic', schema: topicDocument, name: 'Topic' });
