import type { PayloadRequest } from 'payload';
import { writeAudit } from '../../audit/audit-line.ts';
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

/** Signs somebody in; whoever sat in this browser before them, or they themselves, is signed out of it. */
export const letIn = async (
  req: PayloadRequest,
  rule: FactorRule,
  account: Account,
  factor: Factor,
): Promise<Response> => {
  const before = currentSession(req);
  if (req.user && before) await endSessions(req.payload, String(req.user.id), { id: before.id });
  const opened = await openSession(req.payload, account, originOf(req), factor);
  const answer = await signedInAnswer(req, rule, account, { ...opened, factor });
  await writeAudit(req, { action: 'log-in', collection: 'users', documentId: account.id });
  return answer;
};
