import { Failure } from '#errors/failure.ts';
import type { Content } from '#translation/content.ts';
import { addParagraph } from '#translation/segments/add-paragraph.ts';
import { hasWords } from '#translation/segments/extract.ts';
import { setApart } from '../ledger/acts.ts';
import { shapeOf } from '../shape-of.ts';
import { isAsSeen, type Seen } from './base.ts';
import { inLanguage } from './build-words.ts';
import { actorOf, lineNamed, type Opened, remember } from './opened.ts';
import { saveWords } from './save-words.ts';
import { conflictOf } from './segment-conflict.ts';

export interface Beside {
  readonly target: Content;
  readonly reason: string;
  readonly base: Seen;
}

/**
 * Writes a paragraph that stands in this language alone, behind the text of a line, and remembers that it is meant to.
 *
 * @throws Failure `segment-gone`, `segment-conflict`, `field-invalid` without words or a reason, `segment-unplaced` beside what is no
 *   text of the editor
 */
export const addBeside = async (opened: Opened, name: string, { target, reason, base }: Beside): Promise<Opened> => {
  const line = lineNamed(opened, name);
  if (!isAsSeen(line, base)) throw await conflictOf(opened, line, target);
  if (reason.trim() === '') throw new Failure('field-invalid', { field: 'reason' });
  if (!hasWords(target)) throw new Failure('field-invalid', { field: 'target' });
  const { place, document, req } = opened;
  const shape = shapeOf(req.payload, place.collection);
  const draft = inLanguage(document.draft, shape, place.locale);
  const added = line.target && addParagraph(draft, shape, line.target.path, target);
  if (!added) throw new Failure('segment-unplaced');
  const words = await saveWords(opened, { [added.field]: added.value });
  const segment = words.target.find(({ path }) => path === added.path);
  if (!segment) throw new Failure('segment-unplaced');
  // Remembered before lines are put together: else it would be taken for the translation of whatever lacks one here
  const alone = { key: '', alias: '', unit: null, source: null, target: segment };
  return remember(opened, [setApart(alone, 'only-here', reason.trim(), actorOf(opened))], words);
};
