import { studioLocales } from '#languages/locales.ts';
import { choiceOf, joinedLists, localTexts, sayingOf, sharedTexts, unite } from '../../archive/look-alikes/unite.ts';
import type { OnePair, PairPicture } from './pair-answer.ts';

/** The line of the albums, which are no field of a picture. */
export const albumsField = 'albums';

/** One line of the comparison. */
export interface PairLine {
  /** Name of the choice, or of the list. */
  readonly choice: string;
  readonly field: string;
  readonly locale: (typeof studioLocales)[number] | null;
  /** What each of the two says. */
  readonly says: readonly [string, string];
  /** What the merged record would say. */
  readonly becomes: string;
  /** Whether somebody has to choose between two sayings. */
  readonly contested: boolean;
}

const named = (value: string, names: Readonly<Record<string, string>>) => names[value] ?? value;

/**
 * Lines for everything of which at least one of the two says something.
 * @param kept which of the two pictures is kept, 0 or 1
 */
export const linesOf = (pair: OnePair, kept: 0 | 1, fromOther: ReadonlySet<string>): PairLine[] => {
  const [mine, theirs] = [pair.pictures[kept].described, pair.pictures[kept === 0 ? 1 : 0].described];
  const { shared, local } = unite(mine, theirs, fromOther);
  const lines: PairLine[] = [];
  const line = (field: string, locale: PairLine['locale'], becomes: (own: string) => string) => {
    const choice = choiceOf(field, locale ?? undefined);
    const says = pair.pictures.map(({ described }) => sayingOf(described, choice)) as [string, string];
    if (says[0] === '' && says[1] === '') return;
    const contested = says[0] !== '' && says[1] !== '' && says[0] !== says[1];
    const result = becomes(says[kept]);
    const words = (value: string) => (locale ? value : named(value, pair.names));
    lines.push({ choice, field, locale, says: [words(says[0]), words(says[1])], becomes: words(result), contested });
  };
  for (const locale of studioLocales)
    for (const field of localTexts) line(field, locale, (own) => local[locale]?.[field] ?? own);
  for (const field of sharedTexts) line(field, null, (own) => String(shared[field] ?? own));
  for (const field of joinedLists) {
    const list = (ids: readonly string[]) => ids.map((id) => named(id, pair.names)).join(', ');
    const says = pair.pictures.map(({ described }: PairPicture) => list(described[field])) as [string, string];
    if (says[0] === '' && says[1] === '') continue;
    const becomes = list((shared[field] as readonly string[] | undefined) ?? mine[field]);
    lines.push({ choice: field, field, locale: null, says, becomes, contested: false });
  }
  return [...lines, ...albumsLine(pair, kept)];
};

/** The albums of both: after merging the kept record is in all of them. */
const albumsLine = ({ pictures }: OnePair, kept: 0 | 1): PairLine[] => {
  const list = (albums: PairPicture['albums']) => albums.map(({ title }) => title).join(', ');
  const says: [string, string] = [list(pictures[0].albums), list(pictures[1].albums)];
  if (says[0] === '' && says[1] === '') return [];
  const all = [...pictures[kept].albums, ...pictures[kept === 0 ? 1 : 0].albums];
  const becomes = list([...new Map(all.map((album) => [album.id, album])).values()]);
  return [{ ...{ choice: albumsField, field: albumsField, locale: null }, says, becomes, contested: false }];
};
