import { z } from 'zod';
import { covers } from '#access/decide.ts';
import { levels } from '#access/level.ts';
import { Failure } from '#errors/failure.ts';
import type { StudioLocale } from '#languages/locales.ts';
import { isCounted } from '../copies/counted.ts';
import { titledDocuments } from '../desk/marked-titles.ts';
import { cityDay } from '../translation/terms/city-day.ts';
import { monthInWords } from '../words/day-in-words.ts';
import { speak } from '../words/speak.ts';
import { keyOfGround } from '../workflow/own-grounds.ts';
import { markedCollections } from '../workflow/references.ts';
import { type AnswerTable, type Asking, sayLevel } from './asker.ts';
import { everybody } from './people.ts';

const changes = z.array(
  z.looseObject({
    at: z.string(),
    by: z.string().nullish(),
    from: z.string().nullish(),
    to: z.string(),
    basis: z.string().nullish(),
  }),
);
const marked = z.looseObject({
  level: z.enum(levels),
  compartments: z
    .array(z.string())
    .nullish()
    .transform((names) => names ?? []),
  subjectType: z.enum(markedCollections),
  subjectId: z.string(),
  history: changes.nullish().transform((all) => all ?? []),
});

const sayGround = (locale: StudioLocale, basis: string): string => {
  const key = keyOfGround(basis);
  return key ? speak(locale, 'studio', key) : basis;
};

/** Begin of a month by the clock of the city, as an instant that is never too late. */
const beginOf = (month: string): string => new Date(`${month}-01T00:00:00+07:00`).toISOString();

/**
 * What was marked otherwise in a month of the city's calendar, the latest first: of documents that the officer is cleared for.
 * @param month `2026-11`
 * @throws Failure `field-invalid`
 */
export const changedIn = async (asking: Asking, month: string): Promise<AnswerTable> => {
  if (!/^20\d\d-(0[1-9]|1[0-2])$/.test(month)) throw new Failure('field-invalid', { field: 'month' });
  const { req, viewer, user, locale } = asking;
  const where = { updatedAt: { greater_than_equal: beginOf(month) } };
  const { docs } = await req.payload.db.find({ collection: 'markings', where, pagination: false, limit: 0 });
  const known = z
    .array(marked)
    .parse(docs)
    .filter((one) => covers(viewer, one));
  const titles = await titledDocuments({ payload: req.payload, user, shown: 0 }, known);
  const titleOf = new Map(titles.map(({ collection, id, title }) => [`${collection} ${id}`, title]));
  const people = await everybody(req);
  const found = known.flatMap(({ subjectType, subjectId, history, ...marking }) => {
    const isBare = asking.leaves && isCounted(marking);
    return history
      .filter(({ at, from }) => from && cityDay(new Date(at)).startsWith(month))
      .map(({ at, by, from, to, basis }) => [
        ...[at, people.get(by ?? '')?.name ?? '', speak(locale, 'fields', `${subjectType}.singular`)],
        ...[
          isBare ? subjectId : (titleOf.get(`${subjectType} ${subjectId}`) ?? ''),
          sayLevel(asking, from ?? ''),
          sayLevel(asking, to),
        ],
        isBare ? '' : sayGround(locale, basis ?? ''),
      ]);
  });
  return {
    heading: speak(locale, 'studio', 'answers.changed', { month: monthInWords(month, locale) }),
    columns: ['at', 'person', 'kind', 'document', 'from', 'to', 'basis'],
    rows: found.sort(([one = ''], [other = '']) => other.localeCompare(one)),
  };
};
