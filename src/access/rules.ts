import { type LanguageList, type Role, roles } from './viewer.ts';

export const actions = [
  'create',
  'read',
  'readVersions',
  'update',
  'delete',
  'unlock',
  'admin',
  'translate',
  'review-translation',
  'publish',
  'request-review',
  'review',
  'release',
  'raise',
  'ask-lowering',
  'agree-lowering',
  'ask-copy',
  'grant-copy',
  'keep-copies',
  'ask-grant',
  'agree-grant',
  'end-grants',
  'ask-deletion',
  'confirm-deletion',
  'hold',
  'assign',
  'comment',
] as const;
export type Action = (typeof actions)[number];

/** What can be acted upon. `user-…` are groups of fields of a person, `machinery` is what only programs of ours write. */
export const kinds = [
  'article',
  'event',
  'image',
  'album',
  'agency',
  'topic',
  'place',
  'concept',
  'rights',
  'consent',
  'user',
  'user-contact',
  'user-duties',
  'user-clearance',
  'marking',
  'review',
  'audit',
  'preference',
  'upload',
  'machinery',
] as const;
export type Kind = (typeof kinds)[number];

/**
 * Who may do something: to everything of the kind, or to what is their own; `others` bars people from their own. `within`: roles
 * that may only do it in the languages of these lists of theirs.
 */
export interface Rule {
  readonly roles: readonly Role[];
  readonly own?: readonly Role[];
  readonly others?: true;
  readonly within?: Readonly<Partial<Record<Role, readonly LanguageList[]>>>;
}

const any: Rule = { roles };
const only = (...names: Role[]): Rule => ({ roles: names });

/** Whoever writes a kind of thing writes it in every language; translators in theirs. */
const translation = (...writers: Role[]): Rule => ({
  roles: [...writers, 'translator'],
  within: { translator: ['translates'] },
});

/** Whoever may publish a language may look it over; others where they are asked to by a list of their own. */
const review: Rule = {
  roles: ['editor', 'translator', 'publisher', 'curator'],
  within: {
    publisher: ['publishes', 'reviews'],
    editor: ['reviews'],
    translator: ['reviews'],
    curator: ['reviews'],
  },
};

/** Whoever may open a text may ask about it; work is given out by those who answer for what appears. */
const work = (...givers: Role[]): Partial<Record<Action, Rule>> => ({ assign: only(...givers), comment: any });

const text: Partial<Record<Action, Rule>> = {
  create: only('editor'),
  read: any,
  readVersions: any,
  update: only('editor', 'translator', 'publisher'),
  delete: only('editor', 'publisher'),
  translate: translation('editor'),
  'review-translation': review,
  publish: { ...only('publisher'), within: { publisher: ['publishes'] } },
  'request-review': only('editor', 'translator'),
  review: only('publisher'),
  ...work('editor', 'publisher'),
};

const reference: Partial<Record<Action, Rule>> = {
  create: only('administrator', 'editor'),
  read: any,
  readVersions: any,
  update: only('administrator', 'editor', 'translator'),
  translate: translation('administrator', 'editor'),
  'review-translation': review,
  delete: only('administrator'),
  ...work('administrator', 'editor', 'publisher'),
};

const archived: Partial<Record<Action, Rule>> = {
  create: only('curator'),
  read: any,
  readVersions: any,
  update: only('curator', 'translator'),
  translate: translation('curator'),
  'review-translation': review,
  delete: only('curator'),
  release: only('curator', 'publisher'),
  ...work('curator', 'publisher'),
};

/** The whole law in one table: what is not listed is refused. */
export const rules: Record<Kind, Partial<Record<Action, Rule>>> = {
  article: text,
  event: text,
  // Nobody deletes a picture: one person asks, another one confirms
  image: {
    ...archived,
    delete: only(),
    'ask-deletion': only('curator'),
    'confirm-deletion': { roles: ['curator', 'publisher'], others: true },
    hold: only('publisher', 'security-officer'),
  },
  album: archived,
  agency: reference,
  topic: reference,
  place: reference,
  // One entry can stop every publication of the city: neither those who write nor those who publish keep them by the way
  concept: {
    create: only('terminologist'),
    read: any,
    readVersions: any,
    update: only('terminologist'),
    delete: only('terminologist'),
  },
  rights: {
    create: only('curator'),
    read: any,
    readVersions: any,
    update: only('curator', 'translator'),
    translate: translation('curator'),
    'review-translation': review,
    delete: only('curator'),
    ...work('curator', 'publisher'),
  },
  // Who is shown is personal: read by those who decide whether a picture may be shown
  consent: {
    create: only('curator'),
    read: only('curator', 'publisher'),
    update: only('curator', 'publisher'),
    delete: only('curator'),
  },
  user: {
    create: only('administrator'),
    read: any,
    update: { roles: ['administrator', 'security-officer'], own: roles },
    delete: { roles: ['administrator'], others: true },
    unlock: only('administrator'),
    admin: any,
  },
  'user-contact': {
    create: only('administrator'),
    read: { roles: ['administrator', 'security-officer'], own: roles },
    update: only('administrator'),
  },
  'user-duties': {
    create: only('administrator'),
    read: { roles: ['administrator', 'security-officer'], own: roles },
    update: only('administrator'),
  },
  'user-clearance': {
    read: { roles: ['administrator', 'security-officer'], own: roles },
    // Nobody edits it: one person proposes, another one agrees; taking everything back is one person's act
    'ask-grant': { roles: ['security-officer'], others: true },
    'agree-grant': { roles: ['security-officer', 'administrator'], others: true },
    'end-grants': { roles: ['security-officer', 'administrator'], others: true },
  },
  // One person asks that something be marked lower, another one agrees: whoever may decide what appears, and is cleared for it
  marking: {
    read: any,
    raise: only('security-officer'),
    'ask-lowering': only('security-officer'),
    'agree-lowering': { roles: ['security-officer', 'publisher'], others: true },
    // Whoever is cleared may ask to copy; an officer who did not ask permits it, and keeps the register
    'ask-copy': any,
    'grant-copy': { roles: ['security-officer'], others: true },
    'keep-copies': only('security-officer'),
  },
  review: { read: any },
  audit: { read: only('security-officer') },
  preference: {
    create: { roles: [], own: roles },
    read: { roles: [], own: roles },
    update: { roles: [], own: roles },
    delete: { roles: [], own: roles },
  },
  // What became of the files that somebody brought, with their names and sums: their pictures may be marked since, and no row says how, so that
  // nobody reads another person’s
  upload: { read: { roles: [], own: ['curator'] } },
  machinery: {},
};

/** Kinds whose things carry a marking, so that clearance decides beside the role. */
export const marked: ReadonlySet<Kind> = new Set(['article', 'event', 'image', 'album', 'marking', 'review', 'audit']);

/** Actions that concern a thing that is there already. */
export const unmarkedActions: ReadonlySet<Action> = new Set(['create', 'unlock', 'admin']);
