import type { PayloadRequest } from 'payload';
import { lineOf, writeLine } from '../../audit/audit-line.ts';
import type { FactorRule } from '../factors/required.ts';
import type { Account } from './account.ts';
import { networkOf } from './network-of.ts';
import { signedInAnswer } from './session-answer.ts';
import { endSessions, type Factor, type Origin, openSession } from './session-rows.ts';
import { currentSession } from './session-strategy.ts';

export const originOf = (req: PayloadRequest): Origin => ({
  network: networkOf(req),
  agent: req.headers.get('user-agent') ?? '',
});

/** The line of whoever is about to sign in, in their name: it is nobody's request yet, or that of whoever sat there before. */
const noteLogIn = async (req: PayloadRequest, { id, name }: Account): Promise<void> => {
  const act = { action: 'log-in', collection: 'users', documentId: id, who: String(name) } as const;
  const line = await lineOf(req, act, null, new Date());
  await writeLine(req.payload, { ...line, actor: id }, req);
};

/**
 * Signs somebody in; whoever sat in this browser before them, or they themselves, is signed out of it. Where the line of it cannot be
 * written, nobody comes and nobody goes.
 */
export const letIn = async (
  req: PayloadRequest,
  rule: FactorRule,
  account: Account,
  factor: Factor,
): Promise<Response> => {
  const before = currentSession(req);
  await noteLogIn(req, account);
  if (req.user && before) await endSessions(req.payload, String(req.user.id), { id: before.id });
  const opened = await openSession(req.payload, account, originOf(req), factor);
  return signedInAnswer(req, rule, account, { ...opened, factor });
};
