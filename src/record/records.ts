import { z } from 'zod';
import { body } from './blocks.ts';
import { editionBase, imageUse, instant, publicId, recordOf, sha256, slug } from './common.ts';

const refs = z.array(publicId).max(100);

export const articleEdition = z.strictObject({
  ...editionBase.shape,
  summary: z.string().max(2000),
  body,
  cover: publicId.nullable(),
  topics: refs,
  places: refs,
  agency: publicId.nullable(),
});

export const eventKinds = ['festival', 'fair', 'exhibition', 'conference', 'delegation', 'press-tour'] as const;
export const eventStatuses = ['planned', 'confirmed', 'postponed', 'cancelled'] as const;

export const eventEdition = z.strictObject({
  ...editionBase.shape,
  summary: z.string().max(2000),
  body,
  cover: publicId.nullable(),
  kind: z.enum(eventKinds),
  status: z.enum(eventStatuses),
  /** Begin and end as instants; `zone` is the IANA zone in which the organiser thinks. */
  startsAt: instant,
  endsAt: instant,
  allDay: z.boolean(),
  zone: z.string().max(64),
  place: publicId.nullable(),
  organiser: publicId.nullable(),
  topics: refs,
});

/** One encoded rendition of a picture; `blob` names its bytes in the feed. */
export const imageSource = z.strictObject({
  type: z.enum(['image/webp', 'image/jpeg']),
  width: z.int().positive(),
  height: z.int().positive(),
  blob: sha256,
  bytes: z.int().positive(),
});

/** Somebody whom a picture shows and whose name may be told. */
export const shownName = z.strictObject({
  /** The same in every language; people of one name share it. */
  slug,
  name: z.string().min(1).max(500),
});
export type ShownName = z.infer<typeof shownName>;

/** What tiles are cut from: a tiled pyramid in a TIFF, the right way up, sRGB, without a word of the master. */
export const accessCopy = z.strictObject({
  width: z.int().positive(),
  height: z.int().positive(),
  blob: sha256,
  bytes: z.int().positive(),
});

/** A part of a picture in whole pixels of its `width` and `height`, from the upper left corner. */
export const imageCrop = z.strictObject({
  x: z.int().min(0),
  y: z.int().min(0),
  width: z.int().positive(),
  height: z.int().positive(),
  /** A person has set it; otherwise it follows from the focus. */
  set: z.literal(true).optional(),
});

export const imageEdition = z.strictObject({
  ...editionBase.shape,
  alt: z.string().max(1000),
  caption: z.string().max(4000),
  credit: z.string().min(1).max(500),
  creator: z.string().max(500),
  /** Canonical address of a Creative Commons licence or a RightsStatements.org statement (http scheme). */
  rights: z.string().regex(/^http:\/\/(creativecommons\.org|rightsstatements\.org)\//),
  /** Whoever holds the rights. This member and the five after it may be absent: nobody has said anything of it. */
  holder: z.string().max(500).optional(),
  /** Terms of use in the edition’s language. */
  terms: z.string().max(4000).optional(),
  /** Page that tells the rights in full. */
  webStatement: z
    .string()
    .regex(/^https?:\/\//)
    .max(300)
    .optional(),
  /** Largest public size: no copy has a longer side, in pixels. */
  maxSide: z.int().positive().optional(),
  /** Whether the public is offered a copy to keep. */
  download: z.literal(true).optional(),
  /** Whether the credit is drawn into every copy. */
  mark: z.literal(true).optional(),
  /** What it may be used for, and for nothing else. Absent: nobody has limited it, or it was released before this was told. */
  uses: z.array(imageUse).min(1).max(4).optional(),
  /** Where it may be shown: codes of ISO 3166-1 alpha-2, and words where somebody has written what is none. Absent as `uses`. */
  territories: z.array(z.string().min(1).max(100)).min(1).max(300).optional(),
  /** Absent: nobody’s name may be told. */
  people: z.array(shownName).min(1).max(50).optional(),
  /**
   * One line as a newspaper would put it. This member and the five after it may be absent: nobody has said anything of it.
   * Headline, extended description and event are in the edition’s language.
   */
  headline: z.string().max(300).optional(),
  /** For those who cannot see the picture, where `alt` is not enough. */
  extendedDescription: z.string().max(4000).optional(),
  event: z.string().max(300).optional(),
  /** Copyright notice of the picture itself; where there is a `holder`, that stands for it. */
  copyright: z.string().max(500).optional(),
  keywords: z.array(z.string().max(150)).min(1).max(100).optional(),
  /** How the picture came to be: a term of IPTC’s digital source types, by its short name. */
  sourceType: z
    .string()
    .regex(/^[A-Za-z]{1,60}$/)
    .optional(),
  /** Date of the picture, as far as it is known: `2018`, `2018-05` or `2018-05-19`. */
  date: z
    .string()
    .regex(/^\d{4}(-\d\d(-\d\d)?)?$/)
    .nullable(),
  width: z.int().positive(),
  height: z.int().positive(),
  /** Point of interest as fractions of width and height. */
  focus: z.tuple([z.number().min(0).max(1), z.number().min(0).max(1)]),
  /** What a page shows of it in each shape (width to height). Pictures that were released before there were any have none. */
  crops: z.strictObject({ '16:9': imageCrop, '4:3': imageCrop, '1:1': imageCrop, '9:16': imageCrop }).optional(),
  /** ThumbHash in base64. */
  thumbhash: z.string().max(64),
  sources: z.array(imageSource).min(1).max(24),
  /** Pictures that were released before there were any have none. */
  accessCopy: accessCopy.optional(),
  topics: refs,
  places: refs,
  agency: publicId.nullable(),
});

export const placeEdition = z.strictObject({
  ...editionBase.shape,
  summary: z.string().max(2000),
  address: z.string().max(500),
  /** WGS 84, degrees. */
  position: z
    .strictObject({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) })
    .nullable(),
});

export const topicEdition = z.strictObject({
  ...editionBase.shape,
  summary: z.string().max(2000),
  parent: publicId.nullable(),
});

export const agencyEdition = z.strictObject({
  ...editionBase.shape,
  summary: z.string().max(2000),
  website: z
    .string()
    .regex(/^https?:\/\//)
    .max(500)
    .nullable(),
  email: z.string().max(254).nullable(),
  phone: z.string().max(50).nullable(),
});

/** Most pictures that the record of an album names: half a mebibyte of ids. What lies behind them is not in the feed. */
export const longestAlbum = 20_000;

/** Somebody whom the press may ask. */
export const pressContact = z.strictObject({
  name: z.string().min(1).max(300),
  role: z.string().max(300).nullable(),
  organisation: z.string().max(300).nullable(),
  phone: z.string().max(50).nullable(),
  email: z.string().max(254).nullable(),
});

/** What makes an album a press kit. Paragraphs of the text stand apart by an empty line. */
export const press = z.strictObject({ text: z.string().max(20_000), contacts: z.array(pressContact).max(10) });

export const albumEdition = z.strictObject({
  ...editionBase.shape,
  description: z.string().max(4000),
  /** The album above it in the tree. */
  parent: publicId.nullable(),
  /** One of the pictures; null, or one that cannot be seen: the first that can. */
  cover: publicId.nullable(),
  agency: publicId.nullable(),
  /** Absent: the album is no press kit. Its embargo is `appearsAt`. */
  press: press.optional(),
});

export const articleRecord = recordOf('article', articleEdition);
export const eventRecord = recordOf('event', eventEdition);
export const imageRecord = recordOf('image', imageEdition);
export const placeRecord = recordOf('place', placeEdition);
export const topicRecord = recordOf('topic', topicEdition);
export const agencyRecord = recordOf('agency', agencyEdition);
export const albumRecord = recordOf('album', albumEdition).extend({
  /** Its pictures in order, each once. One that cannot be seen at the moment is passed over, and nothing tells of it. */
  members: z.array(publicId).max(longestAlbum),
});

/** Everything that the public can ever see of a document. Built by listing fields, read back with this very schema. */
export const publicRecord = z.discriminatedUnion('type', [
  articleRecord,
  eventRecord,
  imageRecord,
  placeRecord,
  topicRecord,
  agencyRecord,
  albumRecord,
]);
export type PublicRecord = z.infer<typeof publicRecord>;
export type ArticleRecord = z.infer<typeof articleRecord>;
export type EventRecord = z.infer<typeof eventRecord>;
export type ImageRecord = z.infer<typeof imageRecord>;
export type PlaceRecord = z.infer<typeof placeRecord>;
export type TopicRecord = z.infer<typeof topicRecord>;
export type AgencyRecord = z.infer<typeof agencyRecord>;
export type AlbumRecord = z.infer<typeof albumRecord>;
export type ArticleEdition = z.infer<typeof articleEdition>;
export type EventEdition = z.infer<typeof eventEdition>;
export type ImageEdition = z.infer<typeof imageEdition>;
export type PlaceEdition = z.infer<typeof placeEdition>;
export type TopicEdition = z.infer<typeof topicEdition>;
export type AgencyEdition = z.infer<typeof agencyEdition>;
export type AlbumEdition = z.infer<typeof albumEdition>;
export type Edition =
  | ArticleEdition
  | EventEdition
  | ImageEdition
  | PlaceEdition
  | TopicEdition
  | AgencyEdition
  | AlbumEdition;
