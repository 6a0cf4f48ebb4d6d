import type { Field } from 'payload';

/** How a picture came to be: IPTC’s NewsCodes for the digital source type, retired ones too, since files have them. */
export const sourceTypes = [
  ...['digitalCapture', 'computationalCapture', 'negativeFilm', 'positiveFilm', 'print', 'screenCapture'],
  ...['virtualRecording', 'humanEdits', 'minorHumanEdits', 'algorithmicallyEnhanced', 'composite', 'compositeCapture'],
  ...['compositeSynthetic', 'compositeWithTrainedAlgorithmicMedia', 'trainedAlgorithmicMedia', 'algorithmicMedia'],
  ...['digitalCreation', 'digitalArt', 'dataDrivenMedia', 'softwareImage'],
];

/** Whether those who are shown have agreed, in the terms of PLUS: none, not applicable, unlimited, limited or incomplete. */
export const modelReleases = ['MR-NON', 'MR-NAP', 'MR-UMR', 'MR-LMR'];

/** Texts of which each language has its own. */
export const describedLocal = ['headline', 'extendedDescription', 'event', 'usageTerms'] as const;
/** One value for all languages: texts, and terms of a vocabulary. */
export const describedTexts = ['copyright', 'licensor', 'placeCreated', 'digitised'] as const;
export const describedTerms = ['sourceType', 'modelRelease'] as const;
export const describedLists = ['placesShown', 'keywords'] as const;
/** Everything that languages share. */
export const describedShared = [...describedTexts, ...describedTerms, ...describedLists] as const;

/** Longest text of a field, or of one item of a list, in UTF-16 units; a date has ten. */
export const describedLengths = {
  headline: 300,
  extendedDescription: 4000,
  event: 300,
  usageTerms: 4000,
  copyright: 500,
  licensor: 500,
  placeCreated: 500,
  digitised: 10,
  placesShown: 500,
  keywords: 150,
} as const;

/** Most items of a list. */
export const mostListed = 100;

const local = (name: (typeof describedLocal)[number]): Field =>
  ({
    name,
    // Those that can be long have a larger box
    type: describedLengths[name] > 300 ? 'textarea' : 'text',
    localized: true,
    maxLength: describedLengths[name],
  }) as Field;

const text = (name: (typeof describedTexts)[number]): Field => ({
  name,
  type: 'text',
  maxLength: describedLengths[name],
});

const list = (name: (typeof describedLists)[number]): Field => ({
  name,
  type: 'text',
  hasMany: true,
  maxRows: mostListed,
  maxLength: describedLengths[name],
});

/** What else is said of a picture: fields of the IPTC Photo Metadata Standard beyond those that every picture needs. */
export const described = (): Field => ({
  type: 'collapsible',
  // Its name; the studio has words for it
  label: 'more',
  admin: { initCollapsed: true },
  fields: [
    local('headline'),
    local('extendedDescription'),
    local('event'),
    text('placeCreated'),
    list('placesShown'),
    list('keywords'),
    text('digitised'),
    { name: 'sourceType', type: 'select', options: [...sourceTypes] },
    { name: 'modelRelease', type: 'select', options: [...modelReleases] },
    text('copyright'),
    text('licensor'),
    local('usageTerms'),
  ],
});
