import enRights from '#locales/en/rights.json' with { type: 'json' };
import frRights from '#locales/fr/rights.json' with { type: 'json' };
import viRights from '#locales/vi/rights.json' with { type: 'json' };
import zhRights from '#locales/zh/rights.json' with { type: 'json' };
import type { MasterType } from '#media/formats/sniff.ts';
import { rightsXmp } from '#media/metadata/rights-xmp.ts';
import type { RightsValues } from '#media/rights/effective-rights.ts';
import { rightsCodeOf } from '#media/rights/rights.ts';
import { noticeInForce, type RightsWords } from '#media/rights/rights-words.ts';
import type { Derivation } from '../../gate/derivations.ts';
import { tellingOnly } from '../history/told-albums.ts';
import { formatVersion, jsonBytes, type NumberedCopy, type PictureRecord } from './format.ts';
import { outside } from './outside.ts';
import type { AlbumsWithin } from './read-albums.ts';
import { describe, type PictureFacts } from './read-pictures.ts';

/** Endings of masters in a bag, so that people's programs open them. */
const endings: Readonly<Record<MasterType, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/tiff': 'tif',
  'image/avif': 'avif',
  'image/heic': 'heic',
  'image/x-canon-cr2': 'cr2',
  'image/x-canon-cr3': 'cr3',
  'image/x-nikon-nef': 'nef',
  'image/x-sony-arw': 'arw',
  'image/x-adobe-dng': 'dng',
  'image/x-fuji-raf': 'raf',
  'image/x-olympus-orf': 'orf',
  'image/x-panasonic-rw2': 'rw2',
  'image/x-pentax-pef': 'pef',
  'image/x-samsung-srw': 'srw',
  'image/x-raw': 'raw',
  'image/jp2': 'jp2',
  'image/jxl': 'jxl',
};

const endingOf = (type: string | null): string => Object.entries(endings).find(([one]) => one === type)?.[1] ?? 'bin';

/**
 * The record of a picture, without what the history has.
 * @param albums that may be told of
 * @param copy which numbered copy it is, where it is counted
 */
export const recordOf = (
  { image, marking, createdBy, releasedBy, memberships }: PictureFacts,
  albums: AlbumsWithin,
  copy?: NumberedCopy,
): PictureRecord => {
  const { sha256, bytes, type, width, height, pages, display, filename } = image.master;
  return {
    format: 'benthanh-picture',
    version: formatVersion,
    id: image.id,
    ...describe(image),
    formerSlugs: outside(image.formerSlugs),
    albums: memberships.filter(({ album }) => albums.has(album)),
    master: {
      ...{
        sha256,
        bytes: bytes ?? 0,
        type: type ?? '',
        width: width ?? 0,
        height: height ?? 0,
        pages,
        display,
        filename: filename ?? '',
      },
      file: `master.${endingOf(type)}`,
    },
    thumbhash: image.thumbhash,
    mergedInto: image.mergedInto,
    marking: { level: marking.level, compartments: [...marking.compartments].sort() },
    ...(copy && { copy }),
    createdBy,
    releasedBy,
    createdAt: image.createdAt,
    updatedAt: image.updatedAt,
    revision: image.revision ?? 0,
  };
};

const words = { vi: viRights, en: enRights, fr: frRights, zh: zhRights } as const;

/** The rights of a picture by themselves as they hold, with their statement in words. */
const rightsOf = (effective: RightsValues) => {
  const { rights, credit, creator, ...more } = effective;
  const code = rights === null ? null : rightsCodeOf(rights);
  const inWords = code && Object.fromEntries(Object.entries(words).map(([locale, all]) => [locale, all[code]]));
  return {
    format: 'benthanh-rights',
    version: formatVersion,
    statement: rights,
    code,
    words: inWords && outside(inWords),
    credit,
    creator,
    ...more,
  };
};

/** XMP beside the master: for programs that know nothing of ours. */
const sidecarOf = (effective: RightsValues, record: PictureRecord): string => {
  const { title, alt, caption, takenOn, sourceType } = record;
  const { rights, credit, creator, holder, terms, webStatement } = effective;
  const { notice: own, licensor } = noticeInForce({ holder, rights }, record);
  const notice = own ?? (credit && rights ? undefined : credit || rights || '');
  const words: RightsWords = {
    ...{ credit: credit ?? '', creator: creator ?? '', rights: rights ?? '', title, alt, description: caption },
    ...(notice === undefined ? {} : { notice }),
    ...(Object.keys(terms).length > 0 && { usageTerms: terms }),
    ...(webStatement && { webStatement }),
    date: takenOn || undefined,
    ...(licensor && { licensor }),
    ...(sourceType && { sourceType }),
  };
  return rightsXmp(words, record);
};

/**
 * Files of a picture beside its master, by name.
 * @param derived what the gate made of the master for the public
 * @param albums that may be told of
 */
export const filesOf = (
  facts: PictureFacts,
  record: PictureRecord,
  derived: readonly Derivation[],
  albums: AlbumsWithin,
): [name: string, content: Uint8Array][] => [
  ['record.json', jsonBytes(record)],
  ['rights.json', jsonBytes(rightsOf(facts.rights))],
  ['history.json', jsonBytes({ ...facts.history, kept: tellingOnly(facts.history.kept, albums), derived })],
  ['master.xmp', Buffer.from(sidecarOf(facts.rights, record), 'utf8')],
];
