import type { PayloadRequest } from 'payload';
import { Failure } from '#errors/failure.ts';
import type { ReadDocument } from '#translation/exchange/document.ts';
import type { ExchangeProblem } from '#translation/exchange/problem.ts';
import type { Place } from '../acts/opened.ts';
import type { Asker } from './asker.ts';
import { faultOf, isPlace, placeOf } from './place-of.ts';
import type { DocumentPlan } from './plan-document.ts';
import { planFor } from './take.ts';

/** A document that came back and cannot be taken, and why: it names none of ours, or it is refused. */
export interface Refused {
  readonly read: ReadDocument;
  readonly place: Place | null;
  readonly problems: readonly ExchangeProblem[];
  readonly failure: Failure | null;
}

export type Looked = { readonly plan: DocumentPlan } | { readonly refused: Refused };

/** Problems of the file that are said of the document as a whole. */
const ofWhole = ({ problems }: ReadDocument): ExchangeProblem[] => problems.filter(({ unit }) => unit === null);

/** Holds one document that came back against the store, for whoever brings it. What is no refusal is thrown. */
export const lookAt = async (req: PayloadRequest, asker: Asker, read: ReadDocument): Promise<Looked> => {
  const place = placeOf(read);
  if (!isPlace(place)) {
    const known = ofWhole(read);
    const problems = known.some(({ code }) => code === place.code) ? known : [...known, place];
    return { refused: { read, place: null, problems, failure: null } };
  }
  try {
    const plan = await planFor(req, asker, place, read);
    const isOther = plan.problems.some(({ code }) => code === 'language-wrong' || code === 'document-foreign');
    return isOther && plan.segments.length === 0
      ? { refused: { read, place, problems: plan.problems, failure: null } }
      : { plan };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    // What is gone and what they may not know of are told alike
    if (error.code === 'not-found')
      return {
        refused: { read, place, problems: [...ofWhole(read), faultOf(read, 'document-missing')], failure: null },
      };
    return { refused: { read, place, problems: ofWhole(read), failure: error } };
  }
};
