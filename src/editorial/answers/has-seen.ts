import { z } from 'zod';
import { speak } from '../words/speak.ts';
import { type AnswerTable, type Asking, markingAsked } from './asker.ts';

const line = z.looseObject({
  at: z.union([z.string(), z.date()]).transform((at) => new Date(at).toISOString()),
  who: z.string().nullish(),
  action: z.string(),
});

/**
 * Whom the audit log names with a document: whoever did something with it, or opened it, as far as the log notes that. The officer reads
 * lines as at the log itself.
 *
 * @throws Failure `not-found`
 */
export const hasSeen = async (asking: Asking, collection: string, id: string): Promise<AnswerTable> => {
  await markingAsked(asking, collection, id);
  const { req, user, locale } = asking;
  const { docs } = await req.payload.find({
    ...{ collection: 'audit', depth: 0, pagination: false, limit: 0, sort: '-at' },
    where: {
      and: [{ collection: { equals: collection } }, { documentId: { equals: id } }, { outcome: { equals: 'done' } }],
    },
    ...{ overrideAccess: false, user },
  });
  return {
    heading: speak(locale, 'studio', 'answers.seen'),
    columns: ['at', 'person', 'action'],
    rows: z
      .array(line)
      .parse(docs)
      .map(({ at, who, action }) => [at, who ?? '', speak(locale, 'fields', `audit.action.${action}`)]),
  };
};
