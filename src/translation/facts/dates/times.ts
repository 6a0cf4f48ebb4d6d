import type { StudioLocale } from '#languages/locales.ts';
import type { Found } from '../fact.ts';
import { hanNumber } from '../numbers/han.ts';

/** `hour`, `minute`, `part` of the day; `quarter` for words that stand for minutes; `sure` where nothing else can be meant. */
const patterns: Record<StudioLocale, readonly RegExp[]> = {
  en: [
    /(?<![\d.,:])(?<hour>\d{1,2})(?:[:.](?<minute>[0-5]\d))?\s?(?<part>[ap]\.?\s?m(?![\p{L}])\.?)/giu,
    /(?<![\d.,:])(?<hour>\d{1,2})(?<sure>\s?o['’]clock)/giu,
  ],
  fr: [
    /(?<![\d.,:])(?<hour>\d{1,2})\s?(?:h|heures?)\s?(?<minute>[0-5]\d)(?!\d)(?:\s(?<part>du matin|de l['’]après-midi|du soir))?/giu,
    /(?<![\d.,:])(?<hour>\d{1,2})\s?(?:h|heures?)(?![\p{L}\d])(?:\s(?<part>du matin|de l['’]après-midi|du soir))?/giu,
  ],
  vi: [
    /(?<![\d.,:])(?<hour>\d{1,2})(?:[:.](?<minute>[0-5]\d))\s?(?:giờ\s?)?(?<part>sáng|trưa|chiều|tối|đêm|am|pm)(?!\p{L})/giu,
    /(?<![\d.,:])(?<hour>\d{1,2})\s?(?:giờ|h|g)\s?(?:(?<minute>[0-5]\d)(?!\d)(?:\s?phút)?|(?<half>rưỡi))?(?![\p{L}\d])(?:\s(?<part>sáng|trưa|chiều|tối|đêm)(?!\p{L}))?/giu,
  ],
  zh: [
    /(?<part>凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚间|夜间|深夜|晚)?\s?(?<![\d.,:])(?<hour>\d{1,2}|[一二两三四五六七八九十]{1,3})\s?(?<sign>点|时)(?:\s?(?<minute>[0-5]?\d|[一二三四五六七八九十]{1,3})\s?分|(?<half>半)|(?<sure>整|钟|许|左右))?/gu,
    /(?<part>凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚间|夜间|深夜)\s?(?<hour>\d{1,2})[:：](?<minute>[0-5]\d)/gu,
  ],
};

/** 19:30 and 19:30:15 are written alike everywhere; two digits of minutes tell them from the score of a match. */
const clock = /(?<![\d.,:])(?<hour>[01]?\d|2[0-4]):(?<minute>[0-5]\d)(?::[0-5]\d)?(?![\d:])/gu;

const isAfternoon = (part: string): boolean =>
  /^p|soir|après-midi|chiều|tối|đêm|下午|傍晚|晚|夜/i.test(part.normalize('NFC'));
const isMorning = (part: string): boolean => /^a|matin|sáng|凌晨|清晨|早|上午/i.test(part);

const two = (number: number): string => String(number).padStart(2, '0');
const numberOf = (text: string): number => Number(/^\d+$/.test(text) ? text : hanNumber(text));

const hourOf = (hour: number, part: string): number => {
  if (part === '' || hour > 12) return hour;
  if (isAfternoon(part)) return hour === 12 ? (/tối|đêm|夜|晚/.test(part) ? 0 : 12) : hour + 12;
  if (/trưa|中午/.test(part)) return hour < 4 ? hour + 12 : hour;
  return isMorning(part) && hour === 12 ? 0 : hour;
};

/** Words before an hour that tell a time from a length: at 7, before 7. */
const before = /(?:lúc|vào|khoảng|trước|sau|từ|đến|tới|vào lúc|à|vers|dès|avant|après|jusqu['’]à|entre|de|depuis)\s$/iu;

const readOne = (match: RegExpExecArray, text: string, locale: StudioLocale): Found[] => {
  const { 0: whole, index, groups = {} } = match;
  const said = numberOf(groups.hour ?? '0');
  const hour = hourOf(said, groups.part ?? '');
  const minute = groups.half === undefined ? numberOf(groups.minute ?? '0') : 30;
  if (hour > 24 || minute > 59) return [];
  const hasMore = [groups.minute, groups.half, groups.part, groups.sure].some((one) => one !== undefined);
  const isSpoken = locale === 'vi' || locale === 'fr' || locale === 'zh';
  if (locale === 'zh' && groups.sign !== undefined && !hasMore && !/\d/.test(groups.hour ?? '')) return [];
  const at = index + whole.search(/\S/);
  const also = [
    ...(groups.part === undefined && hour < 12 ? [`${two(hour + 12)}:${two(minute)}`] : []),
    ...(isSpoken && !hasMore ? [`${said} h`, String(said)] : []),
  ];
  const isLength = isSpoken && !hasMore && locale !== 'zh' && !before.test(text.slice(Math.max(0, index - 16), index));
  const time = `${two(hour)}:${two(minute)}`;
  const span = { start: at, end: index + whole.trimEnd().length };
  if (!isLength) return [{ kind: 'time', value: time, ...span, also }];
  const others = [time, ...also].filter((one) => one !== `${said} h`);
  return [{ kind: 'quantity', value: `${said} h`, ...span, also: others }];
};

/** Noon and midnight are said by name; they help 12 pm to agree and are never asked for. */
const named: Record<StudioLocale, readonly (readonly [string, RegExp])[]> = {
  en: [
    ['12:00', /(?<!\p{L}|after)noon(?!\p{L})|(?<!\p{L})midday(?!\p{L})/giu],
    ['00:00', /(?<!\p{L})midnight(?!\p{L})/giu],
  ],
  fr: [
    ['12:00', /(?<![\p{L}-])midi(?!\p{L})/giu],
    ['00:00', /(?<!\p{L})minuit(?!\p{L})/giu],
  ],
  vi: [
    ['12:00', /(?<!\p{L})giữa trưa(?!\p{L})/giu],
    ['00:00', /(?<!\p{L})nửa đêm(?!\p{L})/giu],
  ],
  zh: [
    ['12:00', /正午|中午/gu],
    ['00:00', /午夜|半夜/gu],
  ],
};

const readNamed = (text: string, locale: StudioLocale): Found[] =>
  named[locale].flatMap(([value, pattern]) =>
    [...text.matchAll(pattern)].map(({ 0: whole, index }): Found => {
      const also = value === '00:00' ? ['24:00'] : [];
      return { kind: 'time', value, start: index, end: index + whole.length, also, inWords: true, certain: false };
    }),
  );

/** Times of day as `19:30`. Hours alone (`7 giờ`, `7 heures`) are a time behind a word such as `lúc`, else a length of time. */
export const readTimes = (text: string, locale: StudioLocale): Found[] => {
  const worded = patterns[locale].flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match) => readOne(match, text, locale)),
  );
  const isTaken = (at: number) => worded.some(({ start, end }) => at >= start && at < end);
  const plain = [...text.matchAll(clock)].filter(({ index }) => !isTaken(index));
  const inDigits = plain.flatMap((match) => readOne(match, text, 'en'));
  const spread = [...worded, ...inDigits, ...readNamed(text, locale)];
  return spread.filter(
    (one, at) => !spread.some((other, place) => place < at && one.start < other.end && other.start < one.end),
  );
};
