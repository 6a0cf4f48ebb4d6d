import type { PayloadRequest } from 'payload';
import { z } from 'zod';
import { Failure } from '#errors/failure.ts';
import { noteAsked } from '../../audit/as-asked.ts';
import { writeAudit } from '../../audit/audit-line.ts';
import { readJson } from '../../endpoints/read-json.ts';
import { confirmedOf } from '../factors/factor-rows.ts';
import { beginStep, pendingStep } from '../factors/pending.ts';
import { takeCode } from '../factors/prove.ts';
import type { FactorRule } from '../factors/required.ts';
import { type Account, accountOrStand } from './account.ts';
import { isPasswordOf } from './compare-password.ts';
import { networkOf } from './network-of.ts';
import { signedInAnswer } from './session-answer.ts';
import { endSessions, type Factor, type Origin, openSession } from './session-rows.ts';
import { currentSession } from './session-strategy.ts';
import { accountPrint, enterTry } from './tries.ts';

const credentials = z.object({ email: z.string().min(1).max(400), password: z.string().min(1).max(400) });
const second = z.object({ ticket: z.string().min(1).max(100), code: z.string().min(1).max(100) });

export const originOf = (req: PayloadRequest): Origin => ({
  network: networkOf(req),
  agent: req.headers.get('user-agent') ?? '',
});

/**
 * The person with this address and password. Whether the account is there, shut out, tried too often or has another
 * password: the work is the same, and so are the words.
 * @throws Failure `sign-in-failed`
 */
const recognise = async (req: PayloadRequest): Promise<Account> => {
  const { email, password } = await readJson(req, credentials);
  const attempt = await enterTry(req.payload, email, networkOf(req));
  const { account, stand } = await accountOrStand(req.payload, email);
  noteAsked(req, { account: account?.id ?? null, about: accountPrint(req.payload, email) });
  const isRight = await isPasswordOf(stand, password);
  if (!account || !isRight || !attempt.isFree || account.disabled === true) throw new Failure('sign-in-failed');
  await attempt.forget();
  return account;
};

/** Signs somebody in; whoever sat in this browser before them, or they themselves, is signed out of it. */
const letIn = async (req: PayloadRequest, rule: FactorRule, account: Account, factor: Factor): Promise<Response> => {
  const before = currentSession(req);
  if (req.user && before) await endSessions(req.payload, String(req.user.id), { id: before.id });
  const opened = await openSession(req.payload, account, originOf(req), factor);
  const answer = await signedInAnswer(req, rule, account, { ...opened, factor });
  await writeAudit(req, { action: 'log-in', collection: 'users', documentId: account.id });
  return answer;
};

/**
 * `POST /api/users/login` with `{ email, password }`: `{ user, token, exp }` and the cookie of a new session or, for whoever
 * has a second factor, no session yet but `{ next: 'second-factor', ticket, kinds }`.
 */
export const signIn =
  (rule: FactorRule) =>
  async (req: PayloadRequest): Promise<Response> => {
    const account = await recognise(req);
    const factors = await confirmedOf(req.payload, account.id);
    if (factors.length === 0) return letIn(req, rule, account, null);
    const ticket = await beginStep(req.payload, account, 'sign-in');
    const kinds = [...new Set(factors.map(({ kind }) => kind))];
    return Response.json({ next: 'second-factor', ticket, kinds }, { headers: { 'Cache-Control': 'no-store' } });
  };

/** `POST /api/users/login/second` with `{ ticket, code }`: what the first step answers where it is the only one. */
export const signInSecond =
  (rule: FactorRule) =>
  async (req: PayloadRequest): Promise<Response> => {
    const { ticket, code } = await readJson(req, second);
    const pending = await pendingStep(req.payload, ticket, 'sign-in');
    if (!pending) throw new Failure('step-over');
    noteAsked(req, { account: pending.person.id, about: null });
    const attempt = await enterTry(req.payload, `second step of ${pending.person.id}`, networkOf(req));
    const proof = attempt.isFree ? await takeCode(req.payload, pending.person.id, code) : null;
    if (proof === null || proof === 'password') throw new Failure('second-factor-failed');
    await Promise.all([pending.end(), attempt.forget()]);
    return letIn(req, rule, pending.person, proof);
  };
