import type { DocumentRef } from '../release/released-collections.ts';
import { openComparison, type Progress } from './comparison.ts';
import { type Grounds, openGrounds } from './grounds.ts';
import type { HintPoller } from './hint-poller.ts';
import { openRemade } from './remade.ts';
import { openTriage, type Triage } from './triage.ts';
import { openUrgent, type Urgent } from './urgent.ts';
import { type WorkParts, work } from './work.ts';

export interface GateParts extends WorkParts {
  readonly hints: HintPoller;
  /** How long after a hint its document is looked at once more, in milliseconds; null: once is enough. */
  readonly echoMs: number | null;
}

/** How the gate is, for whoever watches over it. No name of any document. */
export interface GateStatus {
  readonly sequence: number;
  readonly live: number;
  /** Documents that were hinted at and wait to be looked at. */
  readonly waiting: number;
  readonly heldBack: number;
  /** How far the comparison of everything with everything is, in documents; null: none is under way. */
  readonly comparing: Progress | null;
  readonly reconciledAt: string | null;
}

/**
 * The gate is level-triggered: a hint only says where to look, and what is done follows from the committed state and
 * the feed alone. So a hint may be lost, doubled or late, and the gate may die anywhere: looking again heals it.
 */
export interface Gate {
  /** One round: reads hints, then does one portion of work, urgent work first. True when there is more to do at once. */
  round(): Promise<boolean>;
  /** Begins to compare everything with everything, beside the urgent work of coming rounds. */
  beginReconciliation(): void;
  /** Whether such a comparison is under way. */
  isComparing(): boolean;
  /** Rounds until nothing is left to do, pictures included. */
  settle(): Promise<void>;
  status(): GateStatus;
}

interface Queues {
  readonly urgent: Urgent;
  readonly triage: Triage;
  readonly grounds: Grounds;
}

/** What hints speak of is to be looked at soon, and so are the next pictures that stand upon what has changed. */
async function takeHints({ hints, echoMs }: GateParts, { urgent, triage, grounds }: Queues): Promise<void> {
  const now = new Date();
  const lookSoon = (refs: readonly DocumentRef[]) => {
    urgent.add(refs);
    if (urgent.size > portion) triage.add(refs);
    if (echoMs !== null) urgent.echo(refs, new Date(now.getTime() + echoMs));
  };
  const hinted = await hints.poll(now);
  lookSoon(hinted.documents);
  grounds.add(hinted.grounds);
  lookSoon(await grounds.next());
  urgent.ring(now);
}

/** Documents in one round. */
const portion = 50;

export function openGate(parts: GateParts, named: (hint: (ref: DocumentRef) => void) => void): Gate {
  const urgent = openUrgent();
  const triage = openTriage(parts);
  const grounds = openGrounds(parts.committed);
  const remade = openRemade();
  named((ref) => urgent.add([ref]));

  const readHints = () => takeHints(parts, { urgent, triage, grounds });

  const workOn = async (refs: readonly DocumentRef[]) => {
    try {
      const { moved, unmade } = await work(refs, parts);
      // What shows a picture that has just been withdrawn must not wait behind a thousand imported texts.
      urgent.addFirst(moved);
      urgent.add(remade.take(unmade));
    } catch (cause) {
      urgent.add(refs);
      throw cause;
    }
  };

  const comparison = openComparison(parts, workOn);

  const round = async () => {
    await readHints();
    const isCrowded = triage.isOn();
    if (isCrowded) urgent.addFirst(await triage.next(portion));
    const refs = isCrowded ? urgent.takeFirst(portion) : urgent.take(portion);
    if (refs.length > 0) await workOn(refs);
    else if (!isCrowded) await comparison.step();
    if (urgent.size === 0 && !grounds.isOn()) await mark(parts);
    return urgent.size > 0 || grounds.isOn() || triage.isOn() || comparison.isOn();
  };

  const settle = async () => {
    do {
      while (await round());
      await Promise.all([parts.renderer.idle(), parts.files.idle()]);
    } while ((await round()) || parts.files.isReading());
  };

  return {
    round,
    settle,
    beginReconciliation: () => {
      remade.clear();
      comparison.begin();
    },
    isComparing: comparison.isOn,
    status: () => ({
      sequence: parts.writer.position.seq,
      live: parts.ledger.live.count(),
      waiting: urgent.size,
      heldBack: parts.held.count(),
      comparing: comparison.progress(),
      reconciledAt: comparison.endedAt()?.toISOString() ?? null,
    }),
  };
}

/** Everything that was hinted at has been dealt with: an heir of this process need not look further back. */
async function mark({ hints: { watermark }, ledger, step }: GateParts): Promise<void> {
  if (!watermark || watermark.getTime() === ledger.watermark()?.getTime()) return;
  ledger.setWatermark(watermark);
  await step('marked');
}
