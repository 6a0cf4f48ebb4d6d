import type { PayloadRequest } from 'payload';
import { everybody } from '../../answers/people.ts';
import { type RetentionKind, retentionFloor } from '../../legal/retention.ts';
import { languageOf } from '../../words/language-of.ts';
import { auditPlace } from '../audit-place.ts';
import { removalLapseDays } from '../removal/ask-removal.ts';
import { findRemovals, openRemoval, type Removal } from '../removal/removals.ts';
import type { Auditing } from './auditor-of.ts';
import { type OverTerm, overTerm } from './over-term.ts';

/** For how long lines of a kind are kept, on what ground, and how many are over that. */
export interface KindAnswer {
  readonly kind: RetentionKind;
  /** Null: for as long as the installation is there. */
  readonly years: number | null;
  readonly floor: number | null;
  /** In the language of whoever asks. */
  readonly ground: string;
  /** Null for whoever is not cleared for all that the log can name. */
  readonly over: OverTerm | null;
}

type ShownRemoval = Pick<Removal, 'id' | 'state' | 'askedName' | 'askedAt' | 'lapsesAt' | 'reason'> &
  Pick<Removal, 'decidedName' | 'decidedAt' | 'record' | 'lines'> & {
    readonly kinds: readonly { readonly kind: RetentionKind; readonly before: string }[];
  };

/** What `GET /api/audit-log` answers. */
export interface LogPanelAnswer {
  readonly seesAll: boolean;
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly kinds: readonly KindAnswer[];
  /** The request that waits. */
  readonly request: ShownRemoval | null;
  /** Those that were agreed to, the latest first. */
  readonly agreed: readonly ShownRemoval[];
  readonly days: number;
  readonly may: { readonly ask: boolean; readonly agree: boolean; readonly withdraw: boolean };
}

const shown = (removal: Removal): ShownRemoval => {
  const { id, state, askedName, askedAt, lapsesAt, reason, decidedName, decidedAt, record, lines } = removal;
  const kinds = removal.kinds.map(({ kind, before }) => ({ kind, before }));
  return { id, state, kinds, askedName, askedAt, lapsesAt, reason, decidedName, decidedAt, record, lines };
};

const kindsFor = async (req: PayloadRequest, seesAll: boolean, now: Date): Promise<KindAnswer[]> => {
  const found: KindAnswer[] = [];
  for (const rule of auditPlace(req.payload).retention.rules) {
    const over = seesAll ? await overTerm(req.payload, rule, now) : null;
    const { kind, years, ground } = rule;
    found.push({ kind, years, floor: retentionFloor[kind], ground: ground[languageOf(req)], over });
  }
  return found;
};

/** What the page of the audit log shows. */
export const logPanel = async (req: PayloadRequest, { viewer, seesAll }: Auditing): Promise<LogPanelAnswer> => {
  const now = new Date();
  const open = seesAll ? await openRemoval(req, now) : null;
  const decided = seesAll ? await findRemovals(req, { state: { in: ['agreed', 'done'] } }) : [];
  return {
    seesAll,
    people: [...(await everybody(req)).values()].map(({ name, viewer: { id } }) => ({ id, name })),
    kinds: await kindsFor(req, seesAll, now),
    request: open && shown(open),
    agreed: decided.map(shown),
    days: removalLapseDays,
    may: {
      ask: seesAll && open === null,
      agree: open !== null && open.askedBy !== viewer.id,
      withdraw: open !== null,
    },
  };
};
