import { z } from 'zod';
import type { LedgerFile } from './ledger-file.ts';

const file = z.object({
  /** MIME type. */
  type: z.string(),
  /** Pixels. */
  width: z.number(),
  height: z.number(),
  sha256: z.string(),
  bytes: z.number(),
});

const derivation = z.object({
  /** Instant in UTC. */
  at: z.string(),
  /** Programs that made it, with versions. */
  tools: z.string(),
  /** Largest side that rights allow, in pixels, and the line that is drawn in, where there is one. */
  limits: z.object({ maxSide: z.number().optional(), mark: z.string().optional() }),
  sizes: z.array(file),
  accessCopy: file.omit({ type: true }).nullable(),
});
/** What the gate made of a master at one moment. */
export type Derivation = z.infer<typeof derivation>;

/** Of one master so many are kept, the newest. */
const mostKept = 200;

/** What was made of masters, as far as this ledger remembers: it outlives the files, which are made again when they are needed. */
export interface Derivations {
  note(master: string, made: Derivation): void;
  /** The oldest first. */
  of(master: string): Derivation[];
}

export function openDerivations(ledger: LedgerFile): Derivations {
  return {
    note: (master, made) =>
      ledger.transaction(() => {
        ledger.run('INSERT INTO derivations (master, value) VALUES (?, ?)', master, JSON.stringify(made));
        ledger.run(
          `DELETE FROM derivations WHERE master = ?1 AND number NOT IN
            (SELECT number FROM derivations WHERE master = ?1 ORDER BY number DESC LIMIT ${mostKept})`,
          master,
        );
      }),
    of: (master) =>
      ledger
        .all('SELECT value FROM derivations WHERE master = ? ORDER BY number', master)
        .map(({ value }) => derivation.parse(JSON.parse(z.string().parse(value)))),
  };
}
