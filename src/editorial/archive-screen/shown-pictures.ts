import type { PayloadRequest } from 'payload';
import { z } from 'zod';
import { levels } from '#access/level.ts';
import { type StudioLocale, studioLocales } from '#languages/locales.ts';
import { byLocale } from '../desk/section.ts';
import { bestTitle } from '../desk/titles.ts';

/** What the screen says of a picture at a glance. */
export const badgeNames = ['unreviewed', 'high', 'released', 'no-rights', 'no-alt', 'not-shown'] as const;
export type Badge = (typeof badgeNames)[number];

/** A picture in the grid. */
export interface ShownPicture {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  readonly thumbhash: string;
  readonly title: string;
  /** Language of the title, where it is not the one asked for. */
  readonly titleIn: StudioLocale | null;
  readonly badges: readonly Badge[];
}

const stored = z.looseObject({
  id: z.string(),
  title: byLocale,
  alt: byLocale,
  rights: z.string().nullish(),
  rightsRecord: z.unknown().optional(),
  thumbhash: z.string().nullish(),
  releasedBy: z.unknown().optional(),
  marking: z
    .looseObject({ level: z.enum(levels) })
    .nullish()
    .catch(null),
  master: z
    .looseObject({ width: z.number().nullish(), height: z.number().nullish(), display: z.string().nullish() })
    .nullish(),
});
type Stored = z.infer<typeof stored>;

const badgesOf = ({ alt, rights, rightsRecord, releasedBy, marking, master }: Stored): Badge[] => {
  const level = marking?.level ?? 'unreviewed';
  const isReleased = level === 'public' && Boolean(releasedBy);
  const holds: Record<Badge, boolean> = {
    unreviewed: level === 'unreviewed',
    high: !['public', 'internal', 'unreviewed'].includes(level),
    released: isReleased,
    'no-rights': !rights && !rightsRecord && !isReleased,
    'no-alt': !Object.values(alt ?? {}).some(Boolean),
    'not-shown': master?.display === 'none',
  };
  return badgeNames.filter((name) => holds[name]);
};

const shown = (doc: unknown, locale: StudioLocale): ShownPicture => {
  const image = stored.parse(doc);
  const title = bestTitle(image.title, locale);
  const titleIn = studioLocales.find((one) => image.title?.[one] === title) ?? null;
  return {
    id: image.id,
    width: image.master?.width ?? 0,
    height: image.master?.height ?? 0,
    thumbhash: image.thumbhash ?? '',
    title,
    titleIn: image.title?.[locale] ? null : titleIn,
    badges: badgesOf(image),
  };
};

const select = {
  title: true,
  alt: true,
  rights: true,
  rightsRecord: true,
  thumbhash: true,
  releasedBy: true,
  marking: true,
  master: true,
} as const;

/** Pictures read through Payload with the person's own rights, in the order of `ids`; what they may not see is not there. */
export const showPictures = async (
  req: PayloadRequest,
  ids: readonly string[],
  locale: StudioLocale,
): Promise<ShownPicture[]> => {
  if (ids.length === 0) return [];
  const { docs } = await req.payload.find({
    collection: 'images',
    where: { id: { in: [...ids] } },
    ...{ limit: ids.length, pagination: false, locale: 'all', depth: 1, select },
    populate: { markings: { level: true }, users: { name: true } },
    overrideAccess: false,
    user: req.user,
    req,
  });
  const found = new Map(docs.map((doc) => [String(doc.id), doc]));
  return ids.flatMap((id) => (found.has(id) ? [shown(found.get(id), locale)] : []));
};
