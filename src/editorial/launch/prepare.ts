import type { PayloadRequest } from 'payload';
import { decide } from '#access/decide.ts';
import type { Viewer } from '#access/viewer.ts';
import type { LaunchRule } from '#collections/launch-states.ts';
import { Failure } from '#errors/failure.ts';
import { ownNames, type StudioLocale, studioLocales } from '#languages/locales.ts';
import { listed } from '#languages/punctuation.ts';
import { writeAudit } from '../audit/audit-line.ts';
import type { Translatable } from '../translation/document.ts';
import { languageOf } from '../words/language-of.ts';
import { kindOf } from '../workflow/content-changes.ts';
import { readMarking } from '../workflow/marking-store.ts';
import type { Launch } from './launch.ts';
import { changeLaunch, launchesOf, makeLaunch, nextId, openLaunchOf, type TextName } from './launch-store.ts';
import { nameOf, readUser } from './person.ts';

/** What somebody wants of a launch. */
export interface Wish {
  readonly at: string;
  readonly rule: LaunchRule;
  readonly locales: readonly StudioLocale[];
  /** Revision of the launch that they saw; null: they saw none. */
  readonly revision: number | null;
}

/** Whoever decides on a launch may publish every language of it. @throws Failure `publish-language` naming the others, `not-found`, `forbidden` */
export const checkLaunching = async (
  req: PayloadRequest,
  viewer: Viewer,
  name: TextName,
  document: Translatable,
  locales: readonly StudioLocale[],
): Promise<void> => {
  const marking = await readMarking(req, document.marking);
  if (!marking) throw new Failure('not-found');
  const kind = kindOf[name.collection];
  const anywhere = decide(viewer, 'publish', { kind, marking });
  if ('refuse' in anywhere) throw new Failure(anywhere.refuse);
  const foreign = locales.filter((locale) => !('allow' in decide(viewer, 'publish', { kind, marking, locale })));
  if (foreign.length > 0)
    throw new Failure('publish-language', {
      language: listed(
        foreign.map((one) => ownNames[one]),
        languageOf(req),
      ),
    });
};

/** Somebody else prepared, changed or cancelled it meanwhile. */
const conflict = async (req: PayloadRequest, launch: Launch | null): Promise<Failure> => {
  const by = nameOf(await readUser(req.payload, launch?.by ?? null)) ?? '–';
  return new Failure('launch-conflict', { revision: launch?.revision ?? 0, by, at: launch?.changedAt ?? '' });
};

/** Languages in the order of the studio, each once. */
export const inOrder = (locales: readonly StudioLocale[]): StudioLocale[] =>
  studioLocales.filter((locale) => locales.includes(locale));

/** A moment that has passed is none to prepare for; one that holds already may stay as it was. */
const checkMoment = ({ at }: Wish, before: Launch | null): void => {
  if (Date.parse(at) <= Date.now() && new Date(at).toISOString() !== before?.at) throw new Failure('launch-past');
};

/**
 * Prepares a launch of a text, or changes the one that is prepared.
 * @throws Failure `publish-language`, `launch-past`, `launch-over` for one that has gone out, `launch-conflict` where another
 *   one is in force than the person saw
 */
export const prepareLaunch = async (
  req: PayloadRequest,
  viewer: Viewer,
  document: Translatable,
  wish: Wish,
): Promise<Launch> => {
  const name = document as Translatable & TextName;
  const before = await openLaunchOf(req.payload, name);
  await checkLaunching(req, viewer, name, document, inOrder([...wish.locales, ...(before?.locales ?? [])]));
  if ((before?.revision ?? null) !== wish.revision) throw await conflict(req, before);
  if (before && before.state !== 'planned' && before.state !== 'held') throw new Failure('launch-over');
  checkMoment(wish, before);
  const asked = {
    at: new Date(wish.at).toISOString(),
    ...{ rule: wish.rule, locales: inOrder(wish.locales), by: viewer.id, changedAt: new Date().toISOString() },
    ...({ state: 'planned', going: null, outcome: { wentAt: null, fates: {} } } as const),
    marking: document.marking,
  };
  await writeAudit(req, { action: 'launch', collection: name.collection, documentId: name.id });
  if (before) {
    const changed = await changeLaunch(req.payload, before, asked);
    if (!changed) throw await conflict(req, await openLaunchOf(req.payload, name));
    return changed;
  }
  const id = nextId(name, await launchesOf(req.payload, name));
  const launch = { ...asked, id, collection: name.collection, documentId: name.id, revision: 1 };
  if (!(await makeLaunch(req, launch))) throw await conflict(req, await openLaunchOf(req.payload, name));
  return launch;
};

/**
 * Takes a prepared launch back, or lets what was late follow no more by itself.
 * @throws Failure `publish-language`, `launch-over` where there is none or it is going out, `launch-conflict`
 */
export const cancelLaunch = async (
  req: PayloadRequest,
  viewer: Viewer,
  document: Translatable,
  revision: number,
): Promise<void> => {
  const name = document as Translatable & TextName;
  const launch = await openLaunchOf(req.payload, name);
  if (!launch || launch.state === 'going') throw new Failure('launch-over');
  await checkLaunching(req, viewer, name, document, launch.locales);
  if (launch.revision !== revision) throw await conflict(req, launch);
  await writeAudit(req, { action: 'cancel-launch', collection: name.collection, documentId: name.id });
  const change = { state: 'cancelled', by: viewer.id, changedAt: new Date().toISOString() } as const;
  if (!(await changeLaunch(req.payload, launch, change)))
    throw await conflict(req, await openLaunchOf(req.payload, name));
};
