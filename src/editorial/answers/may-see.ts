import { z } from 'zod';
import { covers } from '#access/decide.ts';
import { readSeal, sealOf } from '#access/level.ts';
import { Failure } from '#errors/failure.ts';
import { speak } from '../words/speak.ts';
import { markedCollections } from '../workflow/references.ts';
import { type AnswerTable, type Asking, sayLevel } from './asker.ts';
import { canRead } from './could-see.ts';
import { everybody } from './people.ts';

const sealed = z.looseObject({ seal: z.string(), subjectType: z.enum(markedCollections) });

/** How many documents there are of each kind and marking: `articles restricted|harbour` → 3. */
const countBySeal = async ({ req, viewer }: Asking): Promise<Map<string, number>> => {
  const asked = {
    collection: 'markings',
    pagination: false,
    limit: 0,
    select: { seal: true, subjectType: true },
  } as const;
  const counts = new Map<string, number>();
  for (const doc of (await req.payload.db.find(asked)).docs) {
    const read = sealed.safeParse(doc).data;
    const marking = read && readSeal(read.seal);
    // Of what the officer is not cleared for not even the number is told
    if (!read || !marking || !covers(viewer, marking)) continue;
    const key = `${read.subjectType} ${sealOf(marking)}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
};

/**
 * What a person may see: how many documents of which kind and marking, of those that the officer is cleared for.
 * @throws Failure `not-found`
 */
export const maySee = async (asking: Asking, id: string): Promise<AnswerTable> => {
  const person = (await everybody(asking.req)).get(id);
  if (!person) throw new Failure('not-found');
  const rows: string[][] = [];
  for (const [key, count] of [...(await countBySeal(asking))].sort(([one], [other]) => one.localeCompare(other))) {
    const [type, seal = ''] = key.split(' ');
    const subjectType = markedCollections.find((one) => one === type);
    const marking = readSeal(seal);
    if (!subjectType || !marking || !canRead(person, { subjectType, ...marking })) continue;
    const kind = speak(asking.locale, 'fields', `${subjectType}.plural`);
    rows.push([kind, sayLevel(asking, marking.level), marking.compartments.join(', '), String(count)]);
  }
  const { name, viewer, until } = person;
  const held = [sayLevel(asking, viewer.clearance), ...viewer.compartments, until].filter(Boolean).join(' · ');
  return {
    heading: speak(asking.locale, 'studio', 'answers.may', { name, held }),
    columns: ['kind', 'level', 'compartments', 'count'],
    rows,
  };
};
