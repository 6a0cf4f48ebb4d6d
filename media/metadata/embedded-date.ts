import type { Precision } from './embedded-record.ts';

export interface KnownDate {
  /** `2018`, `2018-05`, `2018-05-19` or `2018-05-19T10:00`, with `Z` or `+07:00` where the zone is said. */
  readonly text: string;
  readonly precision: Precision;
}

const dayForm = /^(\d{4})(?:[-:]?(\d\d)(?:[-:]?(\d\d))?)?(?=$|[T\s:-])/;
const timeForm = /^[T ](\d\d):?(\d\d)(?::?\d\d(?:\.\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?/;

/**
 * The date in `2018-05-19T10:00:30+07:00` (XMP), `2018:05:19 10:00:30` (EXIF) or `20180519T100030+0700` (IIM, date
 * and time joined by a T), as far as it is known: a month, day or hour of zeros or blanks is not. Seconds go.
 * @returns null where the calendar has no such day, and for `0000:00:00`
 */
export function knownDate(said: string): KnownDate | null {
  const [whole = '', year = '0', month = '00', day = '00'] = dayForm.exec(said.trim()) ?? [];
  if (Number(year) < 1800) return null;
  if (month === '00') return { text: year, precision: 'year' };
  if (day === '00') return Number(month) > 12 ? null : { text: `${year}-${month}`, precision: 'month' };
  const date = `${year}-${month}-${day}`;
  const instant = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(instant.getTime()) || !instant.toISOString().startsWith(date)) return null;
  const [, hour, minute, zone] = timeForm.exec(said.trim().slice(whole.length)) ?? [];
  const isTime = hour !== undefined && Number(hour) < 24 && Number(minute) < 60;
  return isTime
    ? { text: `${date}T${hour}:${minute}${zoneOf(zone)}`, precision: 'minute' }
    : { text: date, precision: 'day' };
}

const zoneOf = (zone: string | undefined): string => zone?.replace(/^([+-]\d\d):?(\d\d)$/, '$1:$2') ?? '';
