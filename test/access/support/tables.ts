import { readFileSync } from 'node:fs';
import type { Action, Kind } from '#access/rules.ts';

/** What a table says of one action: allowed, refused by a code, or allowed to things that meet conditions. */
type Cell = string | { readonly marked?: object; readonly ownedBy?: string; readonly notOwnedBy?: string };

/** Somebody's row of a kind's table. */
export type Row = Readonly<Record<Action, Cell>>;

/** The table of a kind, by who asks. */
export const tableOf = (kind: Kind): Readonly<Record<string, Row>> =>
  JSON.parse(readFileSync(new URL(`../../vectors/access/${kind}.json`, import.meta.url), 'utf8'));

/** What conditions ask of a thing. */
export interface Facts {
  /** Whether its level is within the asker's clearance; a thing without a level is. */
  readonly inReach?: boolean;
  readonly isOwn?: boolean;
}

/** Whether a table opens a thing to somebody. */
export const opens = (cell: Cell, { inReach = true, isOwn = false }: Facts = {}): boolean => {
  if (typeof cell === 'string') return cell === 'allow';
  if (cell.marked && !inReach) return false;
  if (cell.ownedBy) return isOwn;
  return !(cell.notOwnedBy && isOwn);
};
