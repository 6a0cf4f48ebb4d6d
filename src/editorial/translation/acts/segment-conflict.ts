import { Failure } from '#errors/failure.ts';
import type { Content } from '#translation/content.ts';
import type { StatedLine } from '../lines/sheet.ts';
import { type Seen, seenOf } from './base.ts';
import type { Opened } from './opened.ts';

/** What somebody needs to choose: what stands there, what they brought, and the source as it is. */
export interface Texts {
  readonly source: Content | null;
  readonly theirs: Content | null;
  readonly mine: Content | null;
  /** What was accepted last, where both began. */
  readonly base: Content | null;
  /** What to say that one saw, when choosing. */
  readonly seen: Seen;
  readonly line: StatedLine;
}

/** Text or source are not what the person saw. Nothing was written; what they brought goes back to them. */
export class SegmentConflict extends Failure {
  readonly texts: Texts;

  constructor(by: string, texts: Texts) {
    super('segment-conflict', { by });
    this.texts = texts;
  }
}

const nameOf = async ({ req }: Opened, id: string | null): Promise<string> => {
  if (id === null) return '–';
  const found: unknown = await req.payload.db.findOne({ collection: 'users', where: { id: { equals: id } }, req });
  return found !== null && typeof found === 'object' && 'name' in found ? String(found.name) : '–';
};

export const conflictOf = async (opened: Opened, line: StatedLine, mine: Content | null): Promise<SegmentConflict> => {
  const last = line.unit?.acts.at(-1)?.by ?? null;
  return new SegmentConflict(await nameOf(opened, last === opened.viewer.id ? null : last), {
    source: line.source?.content ?? null,
    theirs: line.target?.content ?? null,
    mine,
    base: line.unit?.target ?? null,
    seen: seenOf(line),
    line,
  });
};
