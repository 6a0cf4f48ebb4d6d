import type { PayloadRequest, TypedUser } from 'payload';
import { covers, decide } from '#access/decide.ts';
import type { Viewer } from '#access/viewer.ts';
import { Failure } from '#errors/failure.ts';
import type { StudioLocale } from '#languages/locales.ts';
import { signedIn } from '../endpoints/signed-in.ts';
import { languageOf } from '../words/language-of.ts';
import { speak } from '../words/speak.ts';
import { markingsOf, type StoredMarking } from '../workflow/marking-store.ts';
import { isMarkedCollection } from '../workflow/references.ts';

/** Whoever asks, and in which language they are answered. */
export interface Asking {
  readonly req: PayloadRequest;
  readonly viewer: Viewer;
  readonly user: TypedUser;
  readonly locale: StudioLocale;
  /** Whether the answer leaves the studio as a file: then it has no words of what is marked above `internal`. */
  readonly leaves: boolean;
}

/** An answer as a table in the language of whoever asked. Instants in it are ISO 8601 in UTC. */
export interface AnswerTable {
  readonly heading: string;
  /** The last part of the keys of their words. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** @throws Failure `sign-in-required`, `password-must-change`, `forbidden` for everybody who is no security officer */
export const officerAsking = (req: PayloadRequest, leaves: boolean): Asking => {
  const viewer = signedIn(req);
  if ('refuse' in decide(viewer, 'read', { kind: 'audit' })) throw new Failure('forbidden');
  return { req, viewer, user: req.user as TypedUser, locale: languageOf(req), leaves };
};

/** The marking of a document. @throws Failure `not-found` for what is missing, and for what the officer is not cleared for */
export const markingAsked = async ({ req, viewer }: Asking, collection: string, id: string): Promise<StoredMarking> => {
  const marking = isMarkedCollection(collection) ? (await markingsOf(req, collection, [id])).get(id) : undefined;
  if (!marking || !covers(viewer, marking)) throw new Failure('not-found');
  return marking;
};

export const sayLevel = ({ locale }: Asking, level: string): string => speak(locale, 'studio', `level.${level}`);
