import type { PayloadRequest } from 'payload';
import { z } from 'zod';
import { Failure } from '#errors/failure.ts';
import { noteAsked } from '../../audit/as-asked.ts';
import { readJson } from '../../endpoints/read-json.ts';
import { passkeyRow } from '../factors/factor-rows.ts';
import { openTicket, readOpenTicket } from '../factors/passkeys/open-ticket.ts';
import { shownPasskey } from '../factors/passkeys/passkey-shapes.ts';
import type { RelyingParty } from '../factors/passkeys/relying-party.ts';
import { askToShow, takePasskey } from '../factors/passkeys/show-passkey.ts';
import { spendTicket } from '../factors/pending.ts';
import type { FactorRule } from '../factors/required.ts';
import { accountById } from './account.ts';
import { letIn } from './let-in.ts';
import { networkOf } from './network-of.ts';
import { accountPrint, enterTry } from './tries.ts';

const purpose = 'passkey';
const told = z.object({ ticket: z.string().min(1).max(200), shown: shownPasskey });

/** `POST /api/users/login/passkey-challenge`: `{ ticket, options }`, what any passkey of this studio has to sign. It asks nobody who they are. */
export const askPasskey =
  (party: RelyingParty) =>
  async (req: PayloadRequest): Promise<Response> => {
    const options = await askToShow(req.payload, party, null);
    const ticket = openTicket(req.payload.secret, options.challenge);
    return Response.json({ ticket, options }, { headers: { 'Cache-Control': 'no-store' } });
  };

/**
 * `POST /api/users/login/passkey` with `{ ticket, shown }`: signs in whoever it is of. It is possession and, as the authenticator has
 * recognised its person, something that they are or know: no second step follows.
 */
export const signInPasskey =
  (rule: FactorRule, party: RelyingParty) =>
  async (req: PayloadRequest): Promise<Response> => {
    const { ticket, shown } = await readJson(req, told);
    const known = await passkeyRow(req.payload, shown.id);
    noteAsked(req, { account: known?.person ?? null, about: accountPrint(req.payload, shown.id) });
    const attempt = await enterTry(req.payload, `passkey ${shown.id}`, networkOf(req));
    if (!attempt.isFree) throw new Failure('passkey-failed');
    const asked = readOpenTicket(req.payload.secret, ticket);
    if (!asked || !(await spendTicket(req.payload, ticket, purpose, asked.until))) throw new Failure('step-over');
    const id = await takePasskey(req.payload, party, { person: null, challenge: asked.challenge }, shown);
    const account = await accountById(req.payload, id);
    if (!account || account.disabled === true) throw new Failure('passkey-failed');
    await attempt.forget();
    return letIn(req, rule, account, 'passkey');
  };
