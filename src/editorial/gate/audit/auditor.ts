import type { KeyObject } from 'node:crypto';
import type { Payload } from 'payload';
import type { Logger } from 'pino';
import { Failure } from '#errors/failure.ts';
import type { FeedWriter } from '#feed/writer.ts';
import { discreetError } from '../../discreet-error.ts';
import type { RetentionTable } from '../../legal/retention.ts';
import { openRemover } from './remover.ts';
import { openSequencer, type Sequencer } from './sequencer.ts';
import { signWhenDue } from './sign-head.ts';

/** How the audit log is, for whoever watches over the gate. */
export interface AuditStatus {
  /** Lines in the log. */
  readonly size: number;
  /** When the database was last looked at for lines that are not in it yet; null: not since the start. */
  readonly takenInAt: string | null;
  /** Lines that were found missing since the start, before the log could take them in. */
  readonly missing: number;
  /** When the log was signed last, as far as this gate knows. */
  readonly signedAt: string | null;
  /** Why nothing is taken in; null: it is. */
  readonly fault: string | null;
}

/** Keeps the audit log beside the gate's own work, which goes on whatever becomes of the log: a withdrawal waits for nothing. */
export interface Auditor extends AsyncDisposable {
  /** Takes in what is new, when it is time. Never throws, and waits for no removal: while one is carried out nothing is taken in. */
  round(now: Date): Promise<void>;
  status(): AuditStatus;
}

/** Between two looks, and after one that failed, in milliseconds. */
const pause = { usual: 1_000, signing: 60_000, trouble: 30_000 };

/** Of looks that find nothing, one is told in this time, in milliseconds: the status is a file. */
const told = 20_000;

export interface AuditorParts {
  readonly payload: Payload;
  /** Folder of the log. */
  readonly dir: string;
  /** The feed, which carries what the log was to everybody who follows it. */
  readonly writer: Pick<FeedWriter, 'lastAttest' | 'attest'>;
  readonly log: Logger;
  /** Signs what tells of removed lines. */
  readonly key: KeyObject;
  /** For how long lines are kept; asked for only where some are to be removed. */
  readonly retention: () => RetentionTable;
}

/** Looks a minute apart whether a checkpoint is due, and knows when the log was signed last. */
const openSigning = ({ writer, log }: Pick<AuditorParts, 'writer' | 'log'>) => {
  let due = Number.NEGATIVE_INFINITY;
  let signedAt: string | null = null;
  return {
    look: async ({ log: lines }: Sequencer, now: Date): Promise<string | null> => {
      if (now.getTime() < due) return signedAt;
      const number = await signWhenDue(lines, writer, now);
      due = now.getTime() + pause.signing;
      if (number === null) return signedAt;
      log.info({ number, size: lines.size }, 'audit log signed');
      signedAt = now.toISOString();
      return signedAt;
    },
    soon: (): void => {
      due = Number.NEGATIVE_INFINITY;
    },
  };
};

/** What the status names as the last look after this one: the one before it, where nothing came and that is fresh enough. */
const lookedAt = ({ takenInAt }: AuditStatus, lines: number, now: Date): string =>
  lines === 0 && takenInAt !== null && now.getTime() - Date.parse(takenInAt) < told ? takenInAt : now.toISOString();

export function openAuditor({ payload, dir, writer, log, key, retention }: AuditorParts): Auditor {
  let sequencer: Sequencer | null = null;
  let due = Number.NEGATIVE_INFINITY;
  const signing = openSigning({ writer, log });
  let removing: Promise<void> | null = null;
  const remover = openRemover({ payload, dir, key, table: retention, log });
  let status: AuditStatus = { size: 0, takenInAt: null, missing: 0, signedAt: null, fault: null };

  const close = (): void => {
    sequencer?.[Symbol.dispose]();
    sequencer = null;
  };

  const takeIn = async (now: Date): Promise<Sequencer> => {
    sequencer ??= await openSequencer(payload, dir);
    const { lines, missing } = await sequencer.takeIn(now);
    if (missing > 0) log.error({ missing }, 'audit lines are missing that were never taken in');
    if (lines > 0) log.debug({ lines }, 'audit lines taken in');
    const takenInAt = lookedAt(status, lines, now);
    const signedAt = await signing.look(sequencer, now);
    status = { size: sequencer.log.size, takenInAt, missing: status.missing + missing, signedAt, fault: null };
    return sequencer;
  };

  const failed = (err: unknown, now: Date): void => {
    // What was written in part is cleared by opening it anew
    close();
    due = now.getTime() + pause.trouble;
    signing.soon();
    const { code, values } = err instanceof Failure ? err : { code: 'unexpected', values: {} };
    status = { ...status, fault: code };
    log.error({ code, values, err: discreetError(err) }, 'the audit log takes nothing in');
  };

  /** A removal reads the whole log: a withdrawal must not wait so long, and the log, which has one writer, can. */
  const beginRemoval = async (from: Sequencer, now: Date): Promise<void> => {
    const carryOut = await remover.begin(from, now);
    if (!carryOut) return;
    const ended = carryOut().catch((err: unknown) => failed(err, now));
    removing = ended.finally(() => (removing = null));
  };

  return {
    round: async (now) => {
      if (removing !== null || now.getTime() < due) return;
      due = now.getTime() + pause.usual;
      try {
        await beginRemoval(await takeIn(now), now);
      } catch (err) {
        failed(err, now);
      }
    },
    status: () => status,
    [Symbol.asyncDispose]: async () => {
      await removing;
      close();
    },
  };
}
