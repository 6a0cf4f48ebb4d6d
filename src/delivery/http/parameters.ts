import { z } from 'zod';
import { canonicalRights, rightsStatements } from '#media/rights/rights.ts';
import { publicLocale } from '#record/common.ts';

/** The city keeps UTC+7 all year: a date without a time means that day there. */
const cityOffset = '+07:00';
const day = 86_400_000;

const dayText = /^\d{4}-\d{2}-\d{2}$/;
const instantText = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/i;

const exists = (text: string): boolean => {
  const date = text.slice(0, 10);
  const parsed = new Date(`${date}T00:00:00Z`);
  return Number.isFinite(parsed.getTime()) && parsed.toISOString().startsWith(date);
};

/** A leap second stands for the one before it. */
const withoutLeap = (text: string): string => text.replace(/:60(?=[.Z+-]|$)/i, ':59').toUpperCase();

const startOf = (text: string): number =>
  Date.parse(dayText.test(text) ? `${text}T00:00:00${cityOffset}` : withoutLeap(text));

const isMoment = (text: string): boolean =>
  (dayText.test(text) || instantText.test(text)) && exists(text) && Number.isFinite(startOf(text));

/** Within the years that an instant of four digits can say. */
const toInstant = (milliseconds: number): string =>
  new Date(Math.min(Math.max(milliseconds, Date.parse('0000-01-01')), Date.parse('9999-12-31'))).toISOString();

const moment = z.string().max(40).refine(isMoment);

/** What `refine` checks, in the words of JSON Schema. */
const momentSchema = { type: 'string' as const, maxLength: 40, anyOf: [{ format: 'date' }, { format: 'date-time' }] };

const momentWords = 'Date (`2026-03-01`, that day in the city, UTC+7) or instant (`2026-03-01T08:00:00Z`).';

/** From this moment on, as an instant. */
export const from = (about: string) =>
  moment
    .transform((text) => toInstant(startOf(text)))
    .optional()
    .meta({ description: `${about} ${momentWords}`, override: momentSchema });

/** Up to this moment: a day counts to its end, an instant is not included itself. */
export const until = (about: string) =>
  moment
    .transform((text) => toInstant(startOf(text) + (dayText.test(text) ? day : 0)))
    .optional()
    .meta({
      description: `${about} ${momentWords} A date includes its whole day.`,
      override: momentSchema,
    });

const coarse = [{ pattern: String.raw`^\d{4}$` }, { pattern: String.raw`^\d{4}-(0[1-9]|1[0-2])$` }];

/** A date known to the year, month or day. */
export const partialDate = (about: string) =>
  z
    .string()
    .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
    .refine((text) => exists(`${text}${'-01-01'.slice(text.length - 4)}`))
    .optional()
    .meta({
      description: `${about} Year, month or day: \`2018\`, \`2018-05\`, \`2018-05-19\`.`,
      override: { type: 'string', pattern: undefined, anyOf: [...coarse, { format: 'date' }] },
    });

/** A year of four digits. */
export const year = (about: string) =>
  z
    .string()
    .regex(/^\d{4}$/)
    .optional()
    .meta({ description: about, example: '2018' });

const addresses: Readonly<Record<string, string>> = rightsStatements;

/** A licence or rights statement, by its address or its short code; read as its canonical address. */
export const licence = (about: string) =>
  z
    .string()
    .min(1)
    .max(200)
    .transform((text, context) => {
      const address = Object.hasOwn(addresses, text) ? addresses[text] : canonicalRights(text);
      if (address) return address;
      context.addIssue({ code: 'custom', message: 'no statement of ours' });
      return z.NEVER;
    })
    .optional()
    .meta({
      description: `${about} Address of a Creative Commons licence or a RightsStatements.org statement, or a short code: ${Object.keys(
        rightsStatements,
      )
        .map((code) => `\`${code}\``)
        .join(', ')}.`,
      override: { type: 'string', minLength: 1, maxLength: 200 },
      example: 'cc-by-4.0',
    });

/** Somebody who is shown, by the slug of the name as answers give it. */
export const person = (about: string) =>
  z
    .string()
    .max(200)
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
    .optional()
    .meta({ description: `${about} The slug of the name, the same in every language.`, example: 'nguyen-thi-binh' });

/** A document named by id or by its slug in the language of the path. */
export const key = (about: string) =>
  z
    .string()
    .min(1)
    .max(200)
    .regex(/^[A-Za-z0-9_-]+$/)
    .optional()
    .meta({ description: `${about} Id, or slug in the language of the path.` });

export const fallback = z.enum(['chain', 'none']).default('chain').meta({
  description:
    'What to do where a document does not exist in the language asked for: `chain` serves the whole document in the next language of the deployment and says so in `language.served`; `none` leaves it out (404).',
});

export const limit = z
  .string()
  .regex(/^[1-9]\d{0,2}$/)
  .default('20')
  .transform(Number)
  .pipe(z.int().min(1).max(100))
  .meta({
    description: 'How many cards a page holds',
    override: { type: 'integer', minimum: 1, maximum: 100, default: 20, pattern: undefined },
  });

export const cursor = z
  .string()
  .min(1)
  .max(2000)
  .regex(/^[A-Za-z0-9_-]+$/)
  .optional()
  .meta({ description: 'Value of `page.next`; with the same filters, sort and language' });

export const updatedSince = from('Only documents updated at or after this moment.');

/** The language of a path. */
export const locale = publicLocale.meta({
  description:
    'Language asked for; `zh` redirects to `zh-Hans`, `zh-TW`, `zh-HK` and `zh-MO` to `zh-Hant`. Texts in `zh-Hant` are converted from `zh-Hans`',
  example: 'vi',
});

/** What the path of one document ends with. */
export const idOrSlug = z.string().meta({
  description: 'Id, or slug in the language of the path',
  example: 'cho-ben-thanh',
});
