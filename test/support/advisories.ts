import { z } from 'zod';

/** How bad somebody holds a flaw to be, and for how many days it may wait with a reason. */
export const longest = { critical: 7, high: 30, moderate: 90, low: 180, info: 180 } as const;

/** A flaw that is known of a package of production. */
export interface Advisory {
  /** As the registry names it: `GHSA-…`. */
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly severity: keyof typeof longest;
}

/** Why a flaw is not mended yet, since when it is known here, and until which day that may stand. */
export interface Reason {
  readonly id: string;
  readonly reason: string;
  /** Day on which it was first reported here: the term runs from then on, however often the row is written anew. */
  readonly since: string;
  /** `2026-12-24` */
  readonly until: string;
}

const flaw = z.looseObject({
  name: z.string(),
  title: z.string(),
  url: z.string(),
  severity: z.enum(['critical', 'high', 'moderate', 'low', 'info']),
});
/** A package has flaws of its own, and is named for those of what it needs. */
const found = z.looseObject({
  auditReportVersion: z.literal(2),
  vulnerabilities: z.record(z.string(), z.looseObject({ via: z.array(z.union([z.string(), flaw])) })),
});

/** What `npm audit --json` found; null where it could not ask. */
export const readReport = (told: string): Advisory[] | null => {
  const { success, data } = found.safeParse(parsed(told));
  if (!success) return null;
  const flaws = Object.values(data.vulnerabilities)
    .flatMap(({ via }) => via)
    .filter((one) => typeof one !== 'string');
  const known = flaws.map(({ url, name, title, severity }) => ({
    id: url.split('/').at(-1) ?? '',
    name,
    title,
    severity,
  }));
  return [...new Map(known.map((one) => [one.id, one])).values()];
};

const parsed = (told: string): unknown => {
  try {
    return JSON.parse(told);
  } catch {
    return null;
  }
};

/** The rows of docs/advisories.md: advisory, package, reason, since, until. */
export const readReasons = (page: string): Reason[] =>
  [...page.matchAll(/^\| (GHSA-[\w-]+) \|(.*)\|$/gm)].map(([, id = '', rest = '']) => {
    const [, reason = '', since = '', until = ''] = rest.split('|').map((cell) => cell.trim());
    return { id, reason, since, until };
  });

const isDay = (day: string): boolean => /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(Date.parse(day));

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

const judgeOne = ({ id, name, title, severity }: Advisory, reason: Reason | undefined, today: string): string[] => {
  const of = `${id} (${severity}) of ${name}: ${title}`;
  if (!reason || reason.reason === '') return [`no reason: ${of}`];
  const { since, until } = reason;
  if (!isDay(since) || since > today) return [`no day since which it is known: ${of}`];
  if (!isDay(until)) return [`no day until which its reason stands: ${of}`];
  if (until < today) return [`its reason stood until ${until}: ${of}`];
  const days = daysBetween(since, until);
  return days > longest[severity] ? [`may wait for ${longest[severity]} days, not ${days}: ${of}`] : [];
};

/** What is wrong: flaws without a reason that stands today, and reasons for what nobody reports. @param today `2026-11-27` */
export const judge = (known: readonly Advisory[], reasons: readonly Reason[], today: string): string[] => [
  ...known.flatMap((one) =>
    judgeOne(
      one,
      reasons.find(({ id }) => id === one.id),
      today,
    ),
  ),
  ...reasons
    .filter(({ id }) => !known.some((one) => one.id === id))
    .map(({ id }) => `no longer reported, take its row out: ${id}`),
];
