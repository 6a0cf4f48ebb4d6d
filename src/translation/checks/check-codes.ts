/** Every check, in the order in which findings are told. Each has a file, words in `checks.json` of each language, and a page in `docs/checks`. */
export const checkCodes = [
  'empty',
  'codes',
  'too-long',
  'forbidden-names',
  'terms',
  'wrong-language',
  'unchanged',
  'numbers',
  'dates',
  'times',
  'amounts',
  'percentages',
  'units',
  'telephone-numbers',
  'document-numbers',
  'addresses',
  'number-words',
  'doubled-words',
  'foreign-letters',
  'french-spacing',
  'french-quotes',
  'english-quotes',
  'vietnamese-quotes',
  'vietnamese-composition',
  'vietnamese-tones',
  'chinese-punctuation',
  'chinese-spaces',
  'chinese-quotes',
] as const;
export type CheckCode = (typeof checkCodes)[number];

/** What `stops` keeps a language from being published until it is mended or said to be right; what `warns` is shown. */
export type Severity = 'stops' | 'warns';
