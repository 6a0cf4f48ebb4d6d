import { isStudioLocale } from '#languages/locales.ts';
import { keyOfGround } from '../../workflow/own-grounds.ts';

const ticked: ReadonlySet<string> = new Set(['allDay', 'minors', 'pressKit']);
const chosen: ReadonlySet<string> = new Set(['people', 'kind', 'status', 'sourceType', 'modelRelease']);

const instants: ReadonlySet<string> = new Set(['appearsAt', 'vanishesAt', 'startsAt', 'endsAt', 'pressEmbargo']);

/** Whether a line is a moment in UTC, which people read by their clock. */
export const isInstant = (field: string, line: string): boolean =>
  instants.has(field) && !Number.isNaN(Date.parse(line));

/**
 * Where the words stand for a value that is kept as a name for programs: what was ticked or chosen from a list, a language, a
 * ground that the studio gave itself. Null for what somebody wrote, which is shown as it is.
 */
export const keyOfValue = (field: string, line: string): string | null => {
  if (field === 'source' && isStudioLocale(line)) return `studio:language.${line}`;
  if (ticked.has(field) && (line === 'true' || line === 'false')) return `general:${line === 'true' ? 'yes' : 'no'}`;
  if (field === 'reviews.state') return `studio:lowering.review.${line}`;
  if (chosen.has(field)) return `fields:${field}.${line}`;
  const ground = field === 'marking' ? keyOfGround(line) : null;
  return ground && `studio:${ground}`;
};
