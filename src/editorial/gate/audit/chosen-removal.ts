import type { AuditEntry } from '#audit-log/entry.ts';
import type { AuditLine } from '#audit-log/line.ts';
import type { Range } from '#audit-log/ranges.ts';
import type { RemovedLine } from '#audit-log/removed.ts';
import { aboutRemoval, type Removal } from '../../audit/removal/removals.ts';
import { kindOfLine, overTermBefore, type RetentionTable } from '../../legal/retention.ts';

/** Whether a request asks for no more than what is over its term by the table, and above the floor. */
export const keepsTerms = ({ kinds }: Pick<Removal, 'kinds'>, { rules }: RetentionTable, now: Date): boolean =>
  kinds.every(({ kind, before }) => {
    const rule = rules.find((one) => one.kind === kind);
    const limit = rule && overTermBefore(rule, now);
    return limit !== null && limit !== undefined && new Date(before) <= limit;
  });

/** Whether two different people stand behind it, as the database says. */
export const isOfTwo = ({ state, askedBy, decidedBy, decidedAt, lapsesAt }: Removal): boolean =>
  state === 'agreed' && decidedBy !== null && decidedBy !== askedBy && decidedAt !== null && decidedAt < lapsesAt;

const tells = (line: AuditLine, action: string, actor: string | null, about: string): boolean =>
  line.action === action && line.outcome === 'done' && line.actor === actor && line.about === about;

const isAsked = ({ kinds }: Removal, line: AuditLine): boolean => {
  const kind = kindOfLine(line);
  return kinds.some((one) => one.kind === kind && line.at < one.before);
};

/** What a log says of a request: which of its lines are asked for, and whether the lines of both people stand in it. */
export interface ChosenRemoval {
  readonly places: readonly Range[];
  readonly isTold: boolean;
}

/** The two lines are what counts, and that they speak of these very kinds and instants: they are chained, rows of the database are not. */
export const chooseRemoval = async (
  removal: Removal,
  entries: AsyncIterable<AuditEntry | RemovedLine>,
): Promise<ChosenRemoval> => {
  const places: [number, number][] = [];
  const about = aboutRemoval(removal);
  let [asked, agreed] = [false, false];
  for await (const entry of entries) {
    if (!('line' in entry)) continue;
    const { line, n } = entry;
    asked ||= tells(line, 'ask-removal', removal.askedBy, about);
    agreed ||= tells(line, 'remove-lines', removal.decidedBy, about);
    if (!isAsked(removal, line)) continue;
    const last = places.at(-1);
    if (last?.[1] === n - 1) last[1] = n;
    else places.push([n, n]);
  }
  return { places, isTold: asked && agreed };
};
