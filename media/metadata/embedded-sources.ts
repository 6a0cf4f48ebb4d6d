import type { EmbeddedSource } from './embedded-record.ts';
import { flatPlace, type Kind, placeParts, type Row, timeOfDate, zoneOfMoment } from './embedded-table.ts';
import type { ExifTexts } from './exif-read.ts';
import type { IimTexts } from './iim-read.ts';
import type { XmpValue } from './xmp-read.ts';

/** A value before anything is done to it. */
export interface Raw {
  readonly lang: string;
  readonly text: string;
}

/** What one block has for a row of the table. */
export type Source = (row: Row, property: string) => Raw[];

/** The blocks of a file, each as a reader of rows. */
export const sourcesOf = (
  xmp: readonly XmpValue[],
  iim: IimTexts,
  exif: ExifTexts,
): Readonly<Record<EmbeddedSource, Source>> => ({
  xmp: (row, property) => fromXmp(xmp, row, property),
  iim: (row, property) => fromIim(iim, row, property),
  exif: (row) => fromExif(exif, row),
});

const alone = (text: string | undefined): Raw[] => (text ? [{ lang: '', text }] : []);

function fromXmp(values: readonly XmpValue[], { kind, xmp }: Row, property: string): Raw[] {
  const found = xmp
    .map((path) => {
      const [name, part = ''] = path.split('/');
      const own = values.filter((value) => value.name === name);
      return kind === 'places' ? placesIn(own) : own.filter((value) => value.part === part).map(ownLanguage(kind));
    })
    .find((each) => each.length > 0);
  if (found || property !== 'placeCreated') return found ?? [];
  const flat = flatPlace.xmp.map((name) => values.find((value) => value.name === name)?.text);
  return alone(inOne(flat));
}

/** Only alternatives by language are in a language; a packet may claim one for everything in it. */
const ownLanguage =
  (kind: Kind) =>
  ({ lang, text }: XmpValue): Raw => ({ lang: kind === 'languages' ? lang || 'x-default' : '', text });

/** Each place of a list in one line, the smallest part first. */
function placesIn(values: readonly XmpValue[]): Raw[] {
  const items = [...new Set(values.map((value) => value.item))];
  return items.flatMap((item) => {
    const parts = placeParts.map((part) => values.find((value) => value.item === item && value.part === part)?.text);
    return alone(inOne(parts));
  });
}

const inOne = (parts: readonly (string | undefined)[]): string =>
  [...new Set(parts.map((part) => part?.trim()).filter(Boolean))].join(', ');

function fromIim(texts: IimTexts, { kind, iim }: Row, property: string): Raw[] {
  if (property === 'placeCreated') return alone(inOne(flatPlace.iim.map((number) => texts.get(number)?.[0])));
  const own = iim === undefined ? [] : (texts.get(iim) ?? []);
  if (kind === 'date') return alone([own[0], texts.get(timeOfDate[iim ?? 0] ?? 0)?.[0]].filter(Boolean).join('T'));
  return (kind === 'list' ? own : own.slice(0, 1)).flatMap(alone);
}

function fromExif(texts: ExifTexts, { kind, exif }: Row): Raw[] {
  const own = exif === undefined ? undefined : texts.get(exif);
  return alone(own && kind === 'date' ? `${own}${texts.get(zoneOfMoment[exif ?? 0] ?? 0) ?? ''}` : own);
}
