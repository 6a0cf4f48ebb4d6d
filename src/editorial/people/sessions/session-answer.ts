import { generateExpiredPayloadCookie, generatePayloadCookie, type Payload, type PayloadRequest } from 'payload';
import { type FactorRule, isFactorRequired } from '../factors/required.ts';
import type { Account } from './account.ts';
import type { Factor, Opened } from './session-rows.ts';
import { asUser } from './session-strategy.ts';

const settingsOf = ({ collections, config }: Payload) => {
  if (!collections.users) throw new Error('there are no people');
  const collectionAuthConfig = collections.users.config.auth;
  return { collectionAuthConfig, config, cookiePrefix: config.cookiePrefix };
};

/** What a browser keeps a session by. */
export const sessionCookie = (payload: Payload, token: string): string =>
  String(generatePayloadCookie({ ...settingsOf(payload), token }));

/** What makes a browser forget it. */
export const expiredCookie = (payload: Payload): string => String(generateExpiredPayloadCookie(settingsOf(payload)));

/** Whoever signs in, as they may read themselves; those without any role may not. */
const ownRecord = async (req: PayloadRequest, id: string): Promise<object> => {
  const asked = { collection: 'users', id, depth: 0, req, disableErrors: true } as const;
  return (await req.payload.findByID({ ...asked, overrideAccess: false })) ?? { id };
};

/** Seconds since 1970, as the studio’s pages count. */
export const secondsOf = (at: Date): number => Math.floor(at.getTime() / 1000);

/** Answers somebody who has just signed in, and makes the rest of the request theirs. */
export const signedInAnswer = async (
  req: PayloadRequest,
  rule: FactorRule,
  person: Account,
  opened: Opened & { readonly factor: Factor },
): Promise<Response> => {
  const { payload } = req;
  const record = await payload.findByID({ collection: 'users', id: person.id, depth: 0, overrideAccess: true });
  req.user = asUser(record, { ...opened, provenAt: new Date() }, !opened.factor && isFactorRequired(rule, person));
  const body = {
    ...{ message: req.t('authentication:passed'), exp: secondsOf(opened.until), token: opened.token },
    user: await ownRecord(req, person.id),
  };
  return Response.json(body, { headers: { 'Set-Cookie': sessionCookie(payload, opened.token) } });
};

/** Answers somebody whose session goes on. */
export const prolongedAnswer = async (req: PayloadRequest, token: string, until: Date): Promise<Response> => {
  const body = {
    ...{ message: req.t('authentication:tokenRefreshSuccessful'), exp: secondsOf(until), refreshedToken: token },
    user: await ownRecord(req, String(req.user?.id)),
  };
  return Response.json(body, { headers: { 'Set-Cookie': sessionCookie(req.payload, token) } });
};
