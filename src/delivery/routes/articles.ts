import { from, key, until } from '../http/parameters.ts';
import { articleCard } from '../views/article.ts';
import { listOf } from './list-of.ts';

export const articles = listOf({
  type: 'article',
  schema: articleCard,
  sorts: ['newest', 'oldest', 'updated', 'title'],
  filters: {
    topic: key('Only articles of this topic.'),
    place: key('Only articles about this place.'),
    agency: key('Only articles of this agency.'),
    publishedFrom: from('Only articles published at or after this moment.'),
    publishedTo: until('Only articles published before this moment.'),
  },
});
