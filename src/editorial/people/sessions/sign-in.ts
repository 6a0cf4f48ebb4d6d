import type { PayloadRequest } from 'payload';
import { z } from 'zod';
import { Failure } from '#errors/failure.ts';
import { noteAsked } from '../../audit/as-asked.ts';
import { readJson } from '../../endpoints/read-json.ts';
import { confirmedOf } from '../factors/factor-rows.ts';
import { shownPasskey } from '../factors/passkeys/passkey-shapes.ts';
import type { RelyingParty } from '../factors/passkeys/relying-party.ts';
import { askToShow, takePasskey } from '../factors/passkeys/show-passkey.ts';
import { beginStep, pendingStep, takeChallenge } from '../factors/pending.ts';
import { type Proof, takeCode } from '../factors/prove.ts';
import type { FactorRule } from '../factors/required.ts';
import { type Account, accountOrStand } from './account.ts';
import { isPasswordOf } from './compare-password.ts';
import { letIn } from './let-in.ts';
import { networkOf } from './network-of.ts';
import { accountPrint, enterTry } from './tries.ts';

const credentials = z.object({ email: z.string().min(1).max(400), password: z.string().min(1).max(400) });
const second = z.object({
  ticket: z.string().min(1).max(100),
  code: z.string().min(1).max(100).optional(),
  shown: shownPasskey.optional(),
});
const purpose = 'sign-in';

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
    const ticket = await beginStep(req.payload, account, purpose);
    const kinds = [...new Set(factors.map(({ kind }) => kind))];
    return Response.json({ next: 'second-factor', ticket, kinds }, { headers: { 'Cache-Control': 'no-store' } });
  };

/** By a code, or by a passkey that signed what `POST /api/users/login/second-challenge` asked. */
const proofOf = async (
  req: PayloadRequest,
  party: RelyingParty,
  { ticket, code, shown }: z.infer<typeof second>,
  person: string,
): Promise<Proof | null> => {
  if (code !== undefined) return takeCode(req.payload, person, code);
  const challenge = await takeChallenge(req.payload, ticket, purpose);
  if (challenge === null || !shown) throw new Failure('passkey-failed');
  await takePasskey(req.payload, party, { person, challenge }, shown);
  return 'passkey';
};

/** `POST /api/users/login/second` with `{ ticket, code }` or `{ ticket, shown }`: what the first step answers where it is the only one. */
export const signInSecond =
  (rule: FactorRule, party: RelyingParty) =>
  async (req: PayloadRequest): Promise<Response> => {
    const told = await readJson(req, second);
    const pending = await pendingStep(req.payload, told.ticket, purpose);
    if (!pending) throw new Failure('step-over');
    noteAsked(req, { account: pending.person.id, about: null });
    const attempt = await enterTry(req.payload, `second step of ${pending.person.id}`, networkOf(req));
    const proof = attempt.isFree ? await proofOf(req, party, told, pending.person.id) : null;
    if (proof === null || proof === 'password') throw new Failure('second-factor-failed');
    await Promise.all([pending.end(), attempt.forget()]);
    return letIn(req, rule, pending.person, proof);
  };

/** `POST /api/users/login/second-challenge` with `{ ticket }`: what a passkey of whoever has told their password has to sign. */
export const askSecond =
  (party: RelyingParty) =>
  async (req: PayloadRequest): Promise<Response> => {
    const { ticket } = await readJson(req, z.object({ ticket: z.string().min(1).max(100) }));
    const pending = await pendingStep(req.payload, ticket, purpose);
    if (!pending) throw new Failure('step-over');
    const options = await askToShow(req.payload, party, pending.person.id);
    await pending.ask(options.challenge);
    return Response.json({ options }, { headers: { 'Cache-Control': 'no-store' } });
  };
