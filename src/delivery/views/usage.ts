import type { PublicLocale } from '#languages/locales.ts';
import { viewerWords } from '#locales/viewer-words.ts';
import { isTerritoryCode, territoryName } from '#media/rights/territories.ts';
import type { Usage } from '#media/rights/usage.ts';
import { usageText } from '#media/rights/usage-text.ts';
import type { Picture } from '#record/picture.ts';
import type { ImageEdition } from '#record/records.ts';

/** What the record says of it; a record of before says nothing. */
export const usageIn = ({ uses, territories }: Pick<ImageEdition, 'uses' | 'territories'>): Usage => ({
  uses: uses ?? null,
  territories: territories ?? null,
});

/** How a picture may be used, for programs and for people; members of which nobody has said anything are absent. */
export const viewUsage = (
  edition: Pick<ImageEdition, 'uses' | 'territories'>,
  locale: PublicLocale,
): Pick<Picture, 'uses' | 'territories' | 'usageText'> => {
  const { uses, territories } = edition;
  const text = usageText(usageIn(edition), viewerWords[locale], locale);
  const named = territories?.map((one) => ({
    code: isTerritoryCode(one) ? one : null,
    name: territoryName(one, locale),
  }));
  return {
    ...(uses && { uses }),
    ...(named && { territories: named }),
    ...(text !== null && { usageText: text }),
  };
};
