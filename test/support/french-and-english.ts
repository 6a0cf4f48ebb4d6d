import type { Language } from './words.ts';

/** A fault that a machine can tell from a text alone, without false alarms. */
export interface Rule {
  readonly about: string;
  readonly languages: readonly Language[];
  readonly wrong: RegExp;
}

const rule = (languages: readonly Language[], about: string, wrong: RegExp): Rule => ({ about, languages, wrong });

const every: readonly Rule[] = [
  rule(['vi', 'en', 'fr', 'zh'], 'one space at a time, and nothing invisible', /[ \u00a0\u202f]{2}|\p{Cc}|\p{Cf}/u),
  rule(['vi', 'en', 'fr', 'zh'], 'curved quotation marks and apostrophes, one sign for an ellipsis', /["'`´]|\.\.\./),
  rule(['vi', 'en', 'fr'], 'a dash between words that a dash parts, never a hyphen', /\s-\s/),
];

const english: readonly Rule[] = [
  rule(['en'], 'no space before a mark of punctuation or within brackets', /\s[,.;:!?)”…]|[(“]\s/),
  rule(
    ['en'],
    'an en dash between numbers, except in dates that programs write',
    /(?<![\d-])(?!\d{4}-\d\d(?!\d))\d+-\d/,
  ),
  rule(
    ['en'],
    'British spelling',
    /\b(?:cent|theat|lit)ers?\b|\b(?:colo|harbo|neighbo|labo|favo|hono|behavio)rs?(?:ed|ing|hoods?|ite)?\b|\b(?:organ|recogn|real|util|author|synchron|summar|modern|special|emphas|minim|maxim|normal|local|custom|optim)iz|\bgray\b|\bcatalog\b|\b(?:travel|cancel|label)(?:ed|ing|er)\b|\btrucks?\b|\broosters?\b/i,
  ),
  rule(
    ['en'],
    'the names that the city and the country have in English',
    /Ho Chi Minh(?! City)|Hồ Chí Minh City|HCMC|Sài Gòn(?! Ward)|Vi[ệê]t Nam|Vietnam\b|Cholon|Ben Thanh(?! )/,
  ),
];

const french: readonly Rule[] = [
  rule(['fr'], 'a narrow space before ; ! ? and within guillemets', /[^\u202f][;!?»](?=$|[\s.,)…»])|«(?!\u202f)/),
  rule(['fr'], 'a no-break space before the colon', /[^\u00a0]:(?=$|\s)/),
  rule(['fr'], 'no space before a comma, a full stop or a bracket that closes', /\s[,.)]|\(\s/),
  rule(['fr'], 'guillemets, no English quotation marks', /[“”„]/),
  rule(
    ['fr'],
    'numbers kept together with what they count',
    /\d \d{3}(?!\d)|(?<![\p{L}\d])(?!65535)\d{5,}|\d (?:km|m|m²|mm|ha|h|s(?!’)|Mo|°C|%|hectares|octets|secondes|ans)(?!\p{L})/u,
  ),
  rule(
    ['fr'],
    '1er for the first of a month',
    /\b1[ \u00a0](?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)/,
  ),
  rule(
    ['fr'],
    'months, days and languages in small letters',
    /\p{Ll}[ \u00a0](?:Janvier|Février|Mars|Avril|Juin|Juillet|Août|Septembre|Octobre|Novembre|Décembre|Lundi|Mardi|Mercredi|Jeudi|Vendredi|Samedi|Dimanche)\b/u,
  ),
  rule(
    ['fr'],
    'œ where French writes it',
    /(?<!\p{L})(?:c|ch|b|s|n|v|m)oe(?:ur|uf|ud|u)|(?<!\p{L})oe(?:uvr|il|illet|uf)/iu,
  ),
  rule(
    ['fr'],
    'accents on capitals',
    /(?<!\p{L})(?:A (?=l[ae’]|chaque|partir|côté|pied|force)|Etat|Ecole|Eglise|Edition|Etude|Ile(?!\p{L})|Ev[eé]nement|Energie|Etang|Epoque|Ecri|Editeu|Elu|Echec|Ecran|Etape|Etabli)/u,
  ),
  rule(
    ['fr'],
    'the names that the city and the country have in French',
    /Ho Chi Minh|Hồ Chí Minh-Ville|Ho-Chi-Minh|Saigon|Sài Gòn(?<!quartier Sài Gòn)|Vi[eệ]t[- ]Nam|Vietnam(?!i)|Chợ Lớn(?<!quartier Chợ Lớn)|Tết/,
  ),
];

export const typography: readonly Rule[] = [...every, ...english, ...french];

/** Rules that a text breaks, each with the place where it does. */
export const offencesIn = (text: string, language: Language): string[] =>
  typography
    .filter(({ languages, wrong }) => languages.includes(language) && wrong.test(text))
    .map(({ about, wrong }) => `${about}: …${text.slice(Math.max(0, text.search(wrong) - 20)).slice(0, 50)}`);
