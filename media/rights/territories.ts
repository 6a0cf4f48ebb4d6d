import { fold } from '#languages/fold.ts';
import { type PublicLocale, publicLocales } from '#languages/locales.ts';

/** Officially assigned codes of ISO 3166-1 alpha-2. Reserved ones (`EU`, `UK`) are words here. */
const assigned = [
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ',
  'CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR',
  'GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP',
  'KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT',
  'MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW',
  'SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ',
  'UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW',
].flatMap((line) => line.split(' '));

/** All of them, in order. */
export const territoryCodes: readonly string[] = assigned;

const codes: ReadonlySet<string> = new Set(assigned);

/** Whether it is a code of ISO 3166-1 alpha-2, in capitals. */
export const isTerritoryCode = (text: string): boolean => codes.has(text);

/** What is plain `zh-Hant` to the platform names countries as Taiwan does, otherwise than the Simplified text beside it. */
const namedAs = (locale: PublicLocale): string => (locale === 'zh-Hant' ? 'zh-Hant-HK' : locale);
const namesIn = new Map(
  publicLocales.map((locale) => [locale, new Intl.DisplayNames(namedAs(locale), { type: 'region' })]),
);

/** How a territory is called in a language; words that are no code stay as they are. */
export const territoryName = (territory: string, locale: PublicLocale): string =>
  (codes.has(territory) ? namesIn.get(locale)?.of(territory) : undefined) ?? territory;

/** Codes by a form of their names in all languages; a form that two of them have means neither. */
const byName = (form: (name: string) => string): ReadonlyMap<string, string | null> => {
  const found = new Map<string, string | null>();
  for (const code of assigned)
    for (const locale of publicLocales) {
      const name = form(territoryName(code, locale));
      const other = found.get(name);
      found.set(name, other === undefined || other === code ? code : null);
    }
  return found;
};

const exactly = (name: string): string => name.normalize('NFC').toLowerCase();

/** Without marks short names would be others’: “Áo” is Austria. */
const shortest = 4;

interface Names {
  readonly exact: ReadonlyMap<string, string | null>;
  readonly folded: ReadonlyMap<string, string | null>;
}
let known: Names | undefined;

const codeOfName = (name: string): string | null => {
  known ??= { exact: byName(exactly), folded: byName(fold) };
  const folded = fold(name);
  return known.exact.get(exactly(name)) ?? (folded.length < shortest ? null : known.folded.get(folded)) ?? null;
};

/**
 * A territory as a curator has written it: its code where it is one, or the name of one in a language of ours (`vn`, `Viet Nam`
 * and `越南` are `VN`); otherwise the words as they stand.
 */
export function territoryOf(written: string): string {
  const text = written.toWellFormed().trim().replace(/\s+/g, ' ');
  const code = /^([A-Z]{2}|[a-z]{2})$/.test(text) ? text.toUpperCase() : '';
  return codes.has(code) ? code : (codeOfName(text) ?? text);
}
