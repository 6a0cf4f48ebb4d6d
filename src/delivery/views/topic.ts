import { z } from 'zod';
import type { PublicLocale } from '#languages/locales.ts';
import type { TopicRecord } from '#record/records.ts';
import type { Served } from '../projection/in-force.ts';
import { base, viewBase } from './base.ts';
import type { Lens } from './lens.ts';
import { reference, referTo } from './reference.ts';

export const topicDocument = base
  .extend({
    type: z.literal('topic'),
    summary: z.string(),
    parent: reference.nullable().meta({ description: 'The topic above it in the tree' }),
  })
  .meta({ id: 'Topic', description: 'A topic; `title` is its name' });
export type TopicDocument = z.infer<typeof topicDocument>;

export const viewTopic = (
  record: TopicRecord,
  served: Served<TopicRecord>,
  requested: PublicLocale,
  lens: Lens,
): TopicDocument => ({
  ...viewBase(record, served, requested, lens),
  summary: served.edition.summary,
  parent: referTo(served.edition.parent, served.locale, lens),
});
