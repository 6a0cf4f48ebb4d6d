import type { LangText } from './lang-text.ts';
import { alternatives, escapeXml, simple } from './xmp-write.ts';

/** What is said of a picture beside its title, alternative text and caption. */
export interface DescribedWords {
  /** XMP has one headline for all languages: the first. */
  readonly headline?: LangText;
  readonly extendedDescription?: LangText;
  readonly event?: LangText;
  readonly placeCreated?: string | null;
  readonly placesShown?: readonly string[];
  readonly keywords?: readonly string[];
  /** `2018`, `2018-05` or `2018-05-19`. */
  readonly digitised?: string | null;
  /** Term of PLUS, e.g. `MR-UMR`. */
  readonly modelRelease?: string | null;
}

const bag = (name: string, items: readonly string[]): string =>
  items.length > 0
    ? `<${name}><rdf:Bag>${items.map((item) => `<rdf:li>${escapeXml(item)}</rdf:li>`).join('')}</rdf:Bag></${name}>`
    : '';

const places = (name: string, items: readonly string[]): string => {
  const inOne = items.map(
    (item) =>
      `<rdf:li rdf:parseType="Resource">${alternatives('Iptc4xmpExt:LocationName', { 'x-default': item })}</rdf:li>`,
  );
  return items.length > 0 ? `<${name}><rdf:Bag>${inOne.join('')}</rdf:Bag></${name}>` : '';
};

/** Properties of an XMP packet, by the rows of `embedded-table.ts`; empty ones where nothing is said. */
export const describedXmp = (words: DescribedWords): string[] => [
  simple('photoshop:Headline', Object.values(words.headline ?? {})[0]),
  alternatives('Iptc4xmpCore:ExtDescrAccessibility', words.extendedDescription),
  alternatives('Iptc4xmpExt:Event', words.event),
  places('Iptc4xmpExt:LocationCreated', words.placeCreated ? [words.placeCreated] : []),
  places('Iptc4xmpExt:LocationShown', words.placesShown ?? []),
  bag('dc:subject', words.keywords ?? []),
  simple('xmp:CreateDate', words.digitised ?? undefined),
  simple('plus:ModelReleaseStatus', words.modelRelease ? `http://ns.useplus.org/ldf/vocab/${words.modelRelease}` : ''),
];
