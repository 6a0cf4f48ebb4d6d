import { type AuthStrategy, extractJWT, type Payload, type PayloadRequest } from 'payload';
import { z } from 'zod';
import { type FactorRule, isFactorRequired } from '../factors/required.ts';
import { accountById } from './account.ts';
import { type Factor, holds, type SessionRow, sessionOf } from './session-rows.ts';

type Signed = NonNullable<PayloadRequest['user']>;

const strategy = 'studio-session';

/** The person of a session, as Payload hands people to everything that asks for them. */
export const asUser = (
  doc: object,
  { id, until, factor, provenAt }: Pick<SessionRow, 'id' | 'until' | 'factor' | 'provenAt'>,
  mustEnrol: boolean,
): Signed => {
  const session = { _sid: id, _until: until.toISOString(), _factor: factor ?? null, _provenAt: provenAt.toISOString() };
  // A user of Payload’s is whatever its strategy says: these fields are ours, and `within` reads them back
  return { ...doc, ...session, _mustEnrol: mustEnrol, collection: 'users', _strategy: strategy } as unknown as Signed;
};

/** Whose token this is at this moment; null where the session has run out, was ended, or rests on what is no more. */
const userOf = async (payload: Payload, token: string, rule: FactorRule): Promise<Signed | null> => {
  const session = await sessionOf(payload, token);
  if (!session) return null;
  const [person, doc] = await Promise.all([
    accountById(payload, session.person),
    payload.findByID({
      ...{ collection: 'users', id: session.person, depth: 0, disableErrors: true },
      overrideAccess: true,
    }),
  ]);
  if (!person || !doc || !holds(payload, session, person)) return null;
  return asUser(doc, session, !session.factor && isFactorRequired(rule, person));
};

/**
 * Knows people by their sessions. A token is a random number and says nothing: what its person may do is read anew for every
 * request. Payload's own way, which believes what a signed token says, finds no session of its own and lets nobody in.
 */
export const sessionStrategy = (rule: FactorRule): AuthStrategy => ({
  name: strategy,
  authenticate: async ({ headers, payload }) => {
    const token = extractJWT({ headers, payload });
    return { user: token ? await userOf(payload, token, rule) : null };
  },
});

const moment = z.string().transform((at) => new Date(at));
const within = z.object({
  _sid: z.string(),
  _until: moment,
  _factor: z.enum(['totp', 'passkey', 'recovery']).nullable(),
  _provenAt: moment,
});

/** The session in which a request is made. */
export interface Current {
  readonly id: string;
  readonly until: Date;
  readonly factor: Factor;
  /** When its person last proved themselves, by the best that they have. */
  readonly provenAt: Date;
}

export const currentSession = ({ user }: Pick<PayloadRequest, 'user'>): Current | null => {
  const { data } = within.safeParse(user);
  return data ? { id: data._sid, until: data._until, factor: data._factor, provenAt: data._provenAt } : null;
};
