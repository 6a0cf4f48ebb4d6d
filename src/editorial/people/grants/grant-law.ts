import type { PayloadRequest } from 'payload';
import { everyday, isMore, type Standing, standingKey } from '#access/standing.ts';
import { standingOf } from '#collections/standing-of.ts';
import { Failure } from '#errors/failure.ts';
import { writeAudit } from '../../audit/audit-line.ts';
import { readGrant } from './grants.ts';

type Doc = Readonly<Record<string, unknown>>;

/** Name under which a request says which agreement it carries out, or that it takes everything back. */
const key = 'grantCarried';
const takingBack = 'everything';

/**
 * Does something to a person's record within a request as the carrying out of an agreed proposal (its id), or of taking
 * everything back (null). It opens nothing by itself: for more than the person holds, the row of the proposal is asked.
 */
export const carryingOut = async <T>(req: PayloadRequest, grant: string | null, work: () => Promise<T>): Promise<T> => {
  req.context[key] = grant ?? takingBack;
  try {
    return await work();
  } finally {
    delete req.context[key];
  }
};

/** Whether the request carries out what was written down already. */
export const isCarried = (req: PayloadRequest): boolean => req.context[key] !== undefined;

/** The operator at the command line, and programs of ours in nobody's name: no request from outside is without its own way in. */
const isOperator = (req: PayloadRequest): boolean => !req.user && req.payloadAPI === 'local';

const isAgreed = async (req: PayloadRequest, person: string, before: Standing, after: Standing): Promise<boolean> => {
  const carried = req.context[key];
  const grant = typeof carried === 'string' ? await readGrant(req, carried) : null;
  if (grant?.state !== 'agreed' || grant.decidedBy === null || grant.decidedBy === grant.askedBy) return false;
  const { clearance, compartments, until } = grant;
  return (
    ![grant.askedBy, grant.decidedBy].includes(person) &&
    grant.person === person &&
    new Date(grant.lapsesAt) > new Date() &&
    grant.from === standingKey(before) &&
    standingKey({ clearance, compartments, until: new Date(until) }) === standingKey(after)
  );
};

const standingIn = (data: Doc, before: Doc | null): Standing => {
  const given = Object.entries(data).filter(([, value]) => value !== undefined);
  return standingOf({ clearance: everyday.clearance, ...before, ...Object.fromEntries(given) });
};

/**
 * A person may know more by the agreement of two other people and by nothing else, whoever writes it and past whatever rules:
 * the agreement is read from the database, names this person, what they held and what they get, was given by somebody else than
 * who proposed it, in time, and has not been carried out yet. The operator's command line is the one other way, without which
 * there would be no first officer; it leaves a line in nobody's name.
 *
 * @param before null for a person who is made
 * @throws Failure `clearance-takes-two`
 */
export const checkGrant = async (req: PayloadRequest, id: string, before: Doc | null, data: Doc): Promise<void> => {
  const from = before ? standingOf(before) : everyday;
  const to = standingIn(data, before);
  if (!isMore(from, to)) return;
  if (isOperator(req)) return writeAudit(req, { action: 'grant', collection: 'users', documentId: id });
  if (!before || !(await isAgreed(req, id, from, to))) throw new Failure('clearance-takes-two');
};
