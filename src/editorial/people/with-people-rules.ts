import { randomUUID } from 'node:crypto';
import type {
  CollectionBeforeChangeHook,
  CollectionBeforeOperationHook,
  CollectionConfig,
  PayloadRequest,
} from 'payload';
import { z } from 'zod';
import { decide } from '#access/decide.ts';
import type { Viewer } from '#access/viewer.ts';
import { viewerOf } from '#collections/viewer-of.ts';
import { Failure } from '#errors/failure.ts';
import { isSame } from '../workflow/content-changes.ts';
import { noteDeletion } from '../workflow/note-deletion.ts';
import { endWithChange, endWithDeletion, notePassword } from './end-with-change.ts';
import { type FactorRule, nobody } from './factors/required.ts';
import { requireRecentFactor } from './factors/step-up.ts';
import { checkGrant, isCarried } from './grants/grant-law.ts';
import { isGuessable } from './guessable-password.ts';
import { noOtherDoor, tellWho } from './no-other-door.ts';
import { notePerson } from './note-person.ts';
import { sessionStrategy } from './sessions/session-strategy.ts';

type Doc = Record<string, unknown>;

/** Shortest and longest password, in UTF-16 units. */
export const passwordLength = { least: 12, most: 200 } as const;

const sent = z.looseObject({
  data: z.looseObject({ password: z.unknown().optional() }),
  id: z.string().nullish(),
});
const askedKey = 'newPassword';

/** What is sent is looked at before anything is done with it: later hooks see no password and no value that was dropped. */
const beforeOperation: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  if (operation !== 'create' && operation !== 'update') return args;
  const { data, id } = sent.parse(args);
  const newPassword = data.password !== undefined && data.password !== null && data.password !== '';
  req.context[askedKey] = newPassword;
  if (newPassword) checkLength(data.password);
  const viewer = viewerOf(req.user);
  if (newPassword) notePassword(req, viewer !== null && viewer.id === id);
  // Refused a moment later: whoever has not signed in makes nobody work
  if (!viewer && req.payloadAPI !== 'local') return args;
  const stored = newPassword || (viewer && id && !isCarried(req)) ? await storedPerson(req, id) : null;
  if (newPassword) checkGuessable(data, stored);
  if (!viewer || !stored || isCarried(req)) return args;
  checkChange(viewer, stored, data, newPassword);
  if (isGrant(viewer, stored, data, newPassword)) requireRecentFactor(req);
  return args;
};

const storedPerson = async (req: PayloadRequest, id: string | null | undefined): Promise<Doc | null> => {
  if (!id) return null;
  const stored: unknown = await req.payload.db.findOne({ collection: 'users', where: { id: { equals: id } }, req });
  return stored !== null && typeof stored === 'object' ? (stored as Doc) : null;
};

const checkLength = (password: unknown): void => {
  const { least, most } = passwordLength;
  if (typeof password !== 'string' || password.length < least || password.length > most)
    throw new Failure('field-invalid', { field: 'password' });
};

/** A new one is held against what is used most and what is known of its person, before and after this change. */
const checkGuessable = (data: Doc, stored: Doc | null): void => {
  const about = [data.name, data.email, stored?.name, stored?.email].filter((text) => typeof text === 'string');
  if (isGuessable(String(data.password), about)) throw new Failure('password-guessable');
};

/** What people may change of themselves besides their password. */
const ownFields = ['name', 'language', 'dailyMail'];
const clearanceFields = ['clearance', 'compartments', 'clearedUntil'];
const allFields = [
  ...ownFields,
  ...clearanceFields,
  'email',
  'roles',
  'agencies',
  'translates',
  'reviews',
  'publishes',
  'disabled',
];

const changed = (before: Doc, data: Doc): string[] =>
  allFields.filter((name) => name in data && !isSame(before[name], data[name]));

const mayChange = (viewer: Viewer, isSelf: boolean): readonly string[] => {
  if (viewer.mustChangePassword || viewer.mustEnrol) return ['language'];
  return [
    ...(isSelf ? ownFields : []),
    ...(viewer.roles.includes('administrator') ? allFields.filter((name) => !clearanceFields.includes(name)) : []),
  ];
};

const refusalOf = ({ mustEnrol }: Viewer) => (mustEnrol ? 'second-factor-required' : 'forbidden');

/** Whoever may not read it is told the same whether it would change or not. */
const readsClearance = (viewer: Viewer, owner: string): boolean =>
  !('refuse' in decide(viewer, 'read', { kind: 'user-clearance', owner }));

/** Who may change what of whom; the rules of the fields say the same, this says it aloud instead of dropping values. */
const checkChange = (viewer: Viewer, before: Doc, data: Doc, newPassword: boolean): void => {
  const isSelf = viewer.id === String(before.id);
  const allowed = mayChange(viewer, isSelf);
  const wrong = changed(before, data).filter((name) => !allowed.includes(name));
  if (wrong.length > 0 && viewer.mustChangePassword) throw new Failure('password-must-change');
  if (wrong.some((name) => clearanceFields.includes(name)) && readsClearance(viewer, String(before.id)))
    throw new Failure('clearance-takes-two');
  if (wrong.length > 0) throw new Failure(refusalOf(viewer));
  if (newPassword && !isSelf && !viewer.roles.includes('administrator')) throw new Failure('forbidden');
};

/** What makes somebody more, or lets somebody else be them. */
const grants = ['roles', 'email'];

/** Who must choose a password has just shown the one that they were given. */
const isGrant = (viewer: Viewer, before: Doc, data: Doc, newPassword: boolean): boolean =>
  changed(before, data).some((name) => grants.includes(name)) || (newPassword && !viewer.mustChangePassword);

const checkCompartments = (data: Doc, known: readonly string[]): void => {
  const names = Array.isArray(data.compartments) ? data.compartments : [];
  if (names.some((name) => !known.includes(String(name))))
    throw new Failure('field-invalid', { field: 'compartments' });
};

/** A password that somebody else gave must be changed; one that they chose themselves need not. */
const passwordFate = (viewer: Viewer | null, before: Doc | null): Doc => {
  if (!viewer) return {};
  return { mustChangePassword: !before || viewer.id !== String(before.id) };
};

const beforeChange =
  (compartments: readonly string[]): CollectionBeforeChangeHook =>
  async ({ data, operation, originalDoc, req }) => {
    const viewer = viewerOf(req.user);
    const before: Doc | null = operation === 'update' ? originalDoc : null;
    const newPassword = req.context[askedKey] === true;
    checkCompartments(data, compartments);
    const id = before ? String(before.id) : randomUUID();
    await checkGrant(req, id, before, data);
    return {
      ...data,
      ...(before ? {} : { id }),
      ...(newPassword || !before ? passwordFate(viewer, before) : {}),
    };
  };

export interface PeopleValues {
  readonly compartments: readonly string[];
  /** Over https the cookie of a session goes nowhere else. */
  readonly studioUrl: string;
  /** Who has to sign in with a second factor; nobody where nothing is said. */
  readonly secondFactor?: FactorRule;
  /** Whether this installation sends mail at all. */
  readonly mail?: object | undefined;
}

/** Nobody is asked whether they want what this installation does not send. */
const withoutMail = ({ fields }: CollectionConfig): CollectionConfig['fields'] =>
  fields.map((field) =>
    'name' in field && field.name === 'dailyMail' ? { ...field, admin: { hidden: true } } : field,
  ) as CollectionConfig['fields'];

const withOurSessions = ({ auth }: CollectionConfig, values: PeopleValues): CollectionConfig['auth'] => {
  if (typeof auth !== 'object') return auth;
  const secure = values.studioUrl.startsWith('https:');
  return {
    ...auth,
    strategies: [sessionStrategy(values.secondFactor ?? nobody)],
    cookies: { ...auth.cookies, secure },
  };
};

/** Rules of people: passwords, who may change whom, and who may not come in. */
export const withPeopleRules = (collection: CollectionConfig, values: PeopleValues): CollectionConfig => ({
  ...collection,
  fields: values.mail ? collection.fields : withoutMail(collection),
  auth: withOurSessions(collection, values),
  hooks: {
    ...collection.hooks,
    beforeOperation: [noOtherDoor, ...(collection.hooks?.beforeOperation ?? []), beforeOperation],
    beforeChange: [beforeChange(values.compartments), ...(collection.hooks?.beforeChange ?? []), notePerson],
    afterChange: [endWithChange, ...(collection.hooks?.afterChange ?? [])],
    beforeDelete: [...(collection.hooks?.beforeDelete ?? []), noteDeletion],
    afterDelete: [endWithDeletion, ...(collection.hooks?.afterDelete ?? [])],
    me: [tellWho, ...(collection.hooks?.me ?? [])],
  },
});
