import type { openComparer } from '#editorial/archive/look-alikes/comparer.ts';
import type { Answer } from '../../support/studio-caller.ts';
import type { Person } from '../../support/studio-people.ts';
import type { Road } from '../../whole-road/support/road.ts';
import type { CastName, Step, StepOf } from './life-steps.ts';
import type { Marked, Office } from './lowering.ts';

/** A document of a life, with words that stand in nothing else. */
export interface Living extends Marked {
  readonly token: string;
}

/** What hands work with. */
export interface Parts {
  readonly road: Road;
  readonly office: Office;
  readonly people: Readonly<Record<CastName, Person>>;
  readonly comparer: ReturnType<typeof openComparer>;
  readonly token: () => string;
}

/** What each act does. */
export type Hands = { readonly [A in Step['act']]: (step: StepOf<A>, who: Person) => Promise<Answer | null> };

export const pick = <T>(all: readonly T[], at: number): T | undefined => all[at % Math.max(1, all.length)];

/** Takes what somebody has made into a life. */
export const keep = (all: Living[], collection: Living['collection'], token: string, answer: Answer): Answer => {
  const { doc } = answer.body ?? {};
  if (answer.status < 300 && doc) all.push({ collection, id: doc.id, marking: doc.marking, token });
  return answer;
};

/** Which of a kind, or of several, counted through those that there are. */
export const ofKind = (
  all: readonly Living[],
  kind: Living['collection'] | readonly Living['collection'][],
  at: number,
) =>
  pick(
    all.filter((one) => [kind].flat().includes(one.collection)),
    at,
  );

/** Saves upon what the person reads. */
export const save = async (who: Person, one: Living, locale: string, data: object): Promise<Answer> => {
  const { body } = await who.get(`/api/${one.collection}/${one.id}?draft=true&depth=0&locale=${locale}`);
  const path = `/api/${one.collection}/${one.id}?draft=true&locale=${locale}`;
  return who.patch(path, { ...data, revision: body.revision ?? 0 });
};
