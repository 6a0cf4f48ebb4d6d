import type { PayloadRequest } from 'payload';
import { Failure } from '#errors/failure.ts';
import { type Content, isRun } from '#translation/content.ts';
import { keepLinks } from '#translation/segments/keep-links.ts';
import { readable } from '../../workflow/hide-references.ts';
import { isMarkedCollection, type MarkedCollection } from '../../workflow/references.ts';
import type { StatedLine } from '../lines/sheet.ts';

const internal = /^internal:(?<collection>[\w-]+)\/(?<id>.+)$/s;

const named = (address: string | undefined): { collection: MarkedCollection; id: string } | null => {
  const { collection, id } = internal.exec(address ?? '')?.groups ?? {};
  return isMarkedCollection(collection) && id !== undefined ? { collection, id } : null;
};

const addressesIn = (content: Content): string[] =>
  content.flatMap((piece) => (!isRun(piece) && piece.code === 'open' && piece.address ? [piece.address] : []));

/** All that a line can show of a text. */
const contentsOf = ({ unit, source, target }: StatedLine): Content[] =>
  [source?.content, target?.content, unit?.source, unit?.target].filter((one) => one !== null && one !== undefined);

/**
 * Addresses of documents that somebody may not know of: a link to them leaves its words alone, as in the text itself.
 */
export const hiddenAddresses = async (
  req: PayloadRequest,
  lines: readonly StatedLine[],
): Promise<ReadonlySet<string>> => {
  const addresses = new Set(lines.flatMap(contentsOf).flatMap(addressesIn));
  const asked = new Map<MarkedCollection, Map<string, string>>();
  for (const address of addresses) {
    const target = named(address);
    if (target) asked.set(target.collection, (asked.get(target.collection) ?? new Map()).set(target.id, address));
  }
  const hidden = new Set<string>();
  for (const [collection, byId] of asked) {
    const seen = await readable(req, collection, new Set(byId.keys()));
    for (const [id, address] of byId) if (!seen.has(id)) hidden.add(address);
  }
  return hidden;
};

/** A text without the links that must not be told of; their words stay. */
export const withoutLinks = (content: Content, hidden: ReadonlySet<string>): Content => {
  if (hidden.size === 0) return content;
  const gone = new Set(
    content.flatMap((piece) =>
      !isRun(piece) && piece.code === 'open' && piece.address !== undefined && hidden.has(piece.address)
        ? [piece.id]
        : [],
    ),
  );
  return content.filter((piece) => isRun(piece) || !gone.has(piece.id));
};

/**
 * What somebody wrote over a text of which they were not shown every link, with those links in it: they are lost to nobody.
 * @throws Failure `forbidden` where one has no place in it any more
 */
export const withHiddenLinks = (
  before: Content | null | undefined,
  text: Content,
  hidden: ReadonlySet<string>,
): Content => {
  if (hidden.size === 0 || !before || text.length === 0) return text;
  const kept = keepLinks(before, text, (address) => hidden.has(address));
  if (!kept) throw new Failure('forbidden');
  return kept;
};
