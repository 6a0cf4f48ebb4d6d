import { z } from 'zod';
import { studioLocales } from '#languages/locales.ts';
import { singleKinds, spanKinds } from '#translation/content.ts';
import { lineStates } from '../../translation/lines/line-states.ts';

const piece = z.union([
  z.object({ text: z.string() }),
  z.object({ code: z.literal('open'), id: z.string(), kind: z.enum(spanKinds), address: z.string().exactOptional() }),
  z.object({ code: z.literal('close'), id: z.string() }),
  z.object({ code: z.literal('single'), id: z.string(), kind: z.enum(singleKinds) }),
]);
export const content = z.array(piece);

const seen = z.object({ source: z.string(), target: z.string() });

export const drift = z.object({
  gravity: z.enum(['none', 'style', 'meaning', 'fact']),
  words: z.array(z.object({ kind: z.enum(['same', 'removed', 'added']), text: z.string() })),
});
export type Drift = z.infer<typeof drift>;

export const apartKinds = ['left-out', 'only-here', 'adapted'] as const;

const deed = z.object({ by: z.string().nullable(), at: z.string() });

const finding = z.looseObject({
  key: z.string(),
  check: z.string(),
  says: z.string(),
  severity: z.string(),
  side: z.enum(['source', 'target']),
  start: z.number(),
  end: z.number(),
  values: z.record(z.string(), z.string()),
  fine: z.looseObject({ reason: z.string() }).nullable(),
});
export type Finding = z.infer<typeof finding>;

const side = z.looseObject({ content }).nullable();

const line = z.looseObject({
  segment: z.string(),
  role: z.string(),
  state: z.enum(lineStates),
  limit: z.number().nullable(),
  source: side,
  target: side,
  base: seen,
  drift: drift.nullable(),
  apart: z.looseObject({ kind: z.enum(apartKinds), reason: z.string() }).nullable(),
  findings: z.array(finding),
  accepted: deed.nullable(),
  review: deed.nullable(),
  /** Whether the person who asks wrote the text, so that somebody else has to look it over. */
  isOwn: z.boolean(),
});
export type Line = z.infer<typeof line>;

const whole = {
  source: z.enum(studioLocales),
  state: z.string(),
  isPublished: z.boolean(),
  isSourcePublished: z.boolean(),
};

export const sheet = z.looseObject({
  ...whole,
  may: z.object({ translate: z.boolean(), review: z.boolean(), publish: z.boolean() }),
  isCounted: z.boolean(),
  segments: z.array(line),
});
export type Sheet = z.infer<typeof sheet>;

/** What becomes of one line by a deed; null where the line is gone. */
export const done = z.looseObject({ ...whole, segment: line.nullable() });

/** What somebody has to choose from, when somebody else was faster. */
export const conflict = z.looseObject({ theirs: content.nullable(), mine: content.nullable(), seen });
export type Conflict = z.infer<typeof conflict>;
