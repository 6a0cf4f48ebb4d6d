import { articleDocument } from '../views/article.ts';
import { oneDocument } from './one-document.ts';

export const article = oneDocument({ type: 'article', schema: articleDocument, name: 'Article' });
