import { Failure } from '#errors/failure.ts';
import type { Content } from '#translation/content.ts';
import { fingerprintOf } from '#translation/drift/fingerprint.ts';
import { hasWords } from '#translation/segments/extract.ts';
import { accept, clearText } from '../ledger/acts.ts';
import type { Origin } from '../ledger/unit.ts';
import type { StatedLine } from '../lines/sheet.ts';
import { shapeOf } from '../shape-of.ts';
import { hiddenAddresses, withHiddenLinks } from '../telling/hidden-links.ts';
import { isAsSeen, type Seen, standOf } from './base.ts';
import { buildWords } from './build-words.ts';
import { actorOf, lineNamed, type Opened, remember } from './opened.ts';
import { saveWords } from './save-words.ts';
import { conflictOf } from './segment-conflict.ts';

export interface Confirmation {
  readonly target: Content;
  readonly base: Seen;
  readonly origin: Exclude<Origin, 'machine'>;
}

/**
 * Writes a segment into the draft of its language and remembers that a person has said that it says what the source says. A text
 * without words takes the segment out again.
 *
 * @throws Failure `segment-gone`, `segment-conflict` where text or source are not what the person saw: then nothing is
 *   written; whatever a save refuses
 */
export const confirm = async (
  opened: Opened,
  name: string,
  { target, base, origin }: Confirmation,
): Promise<Opened> => {
  const line = lineNamed(opened, name);
  const written = hasWords(target) ? target : [];
  const text = withHiddenLinks(line.target?.content, written, await hiddenAddresses(opened.req, [line]));
  if (!isAsSeen(line, base) && !isThere(line, text, base)) throw await conflictOf(opened, line, target);
  if (text.length === 0 && !line.target) throw new Failure('segment-empty');
  const isNews = standOf(line.target?.content ?? []) !== standOf(text);
  const { place, document, sheet, req } = opened;
  const shape = shapeOf(req.payload, place.collection);
  const data = isNews ? buildWords(document, shape, place.locale, sheet.lines, new Map([[line.key, text]])) : {};
  const words = await saveWords(opened, data);
  const unit =
    text.length === 0
      ? clearText(line)
      : accept(line, actOf(line, text), pairingOf(line, text, origin), actorOf(opened));
  return remember(opened, [unit], words);
};

/** Somebody has written just the same, or an answer was lost and the same comes again. */
const isThere = (line: StatedLine, text: Content, base: Seen): boolean =>
  text.length > 0 &&
  isAsSeen(line, { source: base.source, target: standOf(text) }) &&
  standOf(line.target?.content ?? null) === standOf(text);

/** Whoever leaves the words as they are has kept them; they are still those of whoever wrote them. */
const actOf = ({ target }: StatedLine, text: Content): 'translated' | 'kept' =>
  target && fingerprintOf(target.content) === fingerprintOf(text) ? 'kept' : 'translated';

const pairingOf = ({ source }: StatedLine, target: Content, origin: Confirmation['origin']) => ({
  source: source?.content ?? null,
  target,
  origin,
});
