/**
 * How a value is given: alternatives by language, one text, several texts, places in parts, a date, a web address, or a
 * term of a controlled vocabulary (the last part of its address).
 */
export type Kind = 'languages' | 'text' | 'list' | 'places' | 'date' | 'address' | 'term';

export interface Row {
  readonly kind: Kind;
  /** XMP properties, `part` of a structure behind a slash; the first that has a value counts. */
  readonly xmp: readonly string[];
  /** Dataset of record 2 of IPTC-IIM. */
  readonly iim?: number;
  /** Tag of EXIF’s first folder or of the camera’s own. */
  readonly exif?: number;
}

/**
 * What is read of a master, and where it stands: the IPTC Photo Metadata Standard 2023.2 with its mapping to IIM 4.2, and
 * EXIF 3.0 as the guidelines of the Metadata Working Group (2.0) join it to both. Position, serial numbers and makers'
 * notes are in no row and so are never read.
 */
export const embeddedTable = {
  title: { kind: 'languages', xmp: ['dc:title'], iim: 5 },
  headline: { kind: 'text', xmp: ['photoshop:Headline'], iim: 105 },
  caption: { kind: 'languages', xmp: ['dc:description'], iim: 120, exif: 0x010e },
  alt: { kind: 'languages', xmp: ['Iptc4xmpCore:AltTextAccessibility'] },
  extendedDescription: { kind: 'languages', xmp: ['Iptc4xmpCore:ExtDescrAccessibility'] },
  creator: { kind: 'list', xmp: ['dc:creator'], iim: 80, exif: 0x013b },
  credit: { kind: 'text', xmp: ['photoshop:Credit'], iim: 110 },
  notice: { kind: 'languages', xmp: ['dc:rights'], iim: 116, exif: 0x8298 },
  licensor: { kind: 'list', xmp: ['plus:Licensor/plus:LicensorName'] },
  usageTerms: { kind: 'languages', xmp: ['xmpRights:UsageTerms'] },
  webStatement: { kind: 'address', xmp: ['xmpRights:WebStatement'] },
  persons: {
    kind: 'list',
    xmp: ['Iptc4xmpExt:PersonInImage', 'Iptc4xmpExt:PersonInImageWDetails/Iptc4xmpExt:PersonName'],
  },
  event: { kind: 'languages', xmp: ['Iptc4xmpExt:Event'] },
  placeCreated: { kind: 'places', xmp: ['Iptc4xmpExt:LocationCreated'] },
  placesShown: { kind: 'places', xmp: ['Iptc4xmpExt:LocationShown'] },
  keywords: { kind: 'list', xmp: ['dc:subject'], iim: 25 },
  created: { kind: 'date', xmp: ['photoshop:DateCreated', 'exif:DateTimeOriginal'], iim: 55, exif: 0x9003 },
  digitised: { kind: 'date', xmp: ['xmp:CreateDate', 'exif:DateTimeDigitized'], iim: 62, exif: 0x9004 },
  sourceType: { kind: 'term', xmp: ['Iptc4xmpExt:DigitalSourceType'] },
  modelRelease: { kind: 'term', xmp: ['plus:ModelReleaseStatus'] },
} as const satisfies Record<string, Row>;

export type EmbeddedProperty = keyof typeof embeddedTable;

export const embeddedProperties = Object.keys(embeddedTable) as EmbeddedProperty[];

/** Parts of a place, the smallest first. */
export const placeParts = ['LocationName', 'Sublocation', 'City', 'ProvinceState', 'CountryName'].map(
  (part) => `Iptc4xmpExt:${part}`,
);

/** Where the place of creation stands in files that have no structures, the smallest part first. */
export const flatPlace = {
  xmp: ['Iptc4xmpCore:Location', 'photoshop:City', 'photoshop:State', 'photoshop:Country'],
  iim: [92, 90, 95, 101],
} as const;

/** Dataset with the time of a date, by the dataset of its day; and the tag with the zone of a moment, by its tag. */
export const timeOfDate: Readonly<Record<number, number>> = { 55: 60, 62: 63 };
export const zoneOfMoment: Readonly<Record<number, number>> = { 36867: 0x9011, 36868: 0x9012 };
