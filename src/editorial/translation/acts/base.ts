import { createHash } from 'node:crypto';
import type { Content } from '#translation/content.ts';
import { fingerprintOf } from '#translation/drift/fingerprint.ts';
import { type Line, printOf } from '../lines/line.ts';

/** What a person saw of a line when they began: `standOf` of both sides. */
export interface Seen {
  readonly source: string;
  readonly target: string;
}

/**
 * Tells whether a text is just what it was, formatting included; empty where there is none. It begins with the fingerprint of the
 * words.
 */
export const standOf = (content: Content | null): string => {
  if (content === null) return '';
  const all = createHash('sha256').update(JSON.stringify(content)).digest('base64url').slice(0, 12);
  return `${fingerprintOf(content)}.${all}`;
};

/** What somebody who looks at a line now has to say that they saw. */
export const seenOf = ({ source, target }: Line): Seen => ({
  source: printOf(source),
  target: standOf(target?.content ?? null),
});

/** Whether a text is what somebody saw, who may know its words alone: files of translators keep no formatting of ours. */
const isText = (content: Content | null, seen: string): boolean =>
  seen.includes('.') ? standOf(content) === seen : (content === null ? '' : fingerprintOf(content)) === seen;

/** Whether neither side has changed since. Of the source only the words count. */
export const isAsSeen = (line: Line, seen: Seen): boolean =>
  printOf(line.source) === seen.source.split('.')[0] && isText(line.target?.content ?? null, seen.target);
