import { decide } from '#access/decide.ts';
import type { Action, Kind } from '#access/rules.ts';
import type { Viewer } from '#access/viewer.ts';
import type { StudioLocale } from '#languages/locales.ts';

/** Whether the decision leaves room: what it says of markings is asked where the document is at hand. */
const isOpen = (viewer: Viewer, action: Action, kind: Kind, locale?: StudioLocale): boolean =>
  !('refuse' in decide(viewer, action, { kind, locale }));

/** Whether somebody writes such things themselves, and so also what languages share. */
export const isWriterOf = (viewer: Viewer, kind: Kind): boolean => isOpen(viewer, 'create', kind);

/** Whether somebody may write a language of such a thing. */
export const mayTranslate = (viewer: Viewer, kind: Kind, locale: StudioLocale): boolean =>
  isOpen(viewer, 'translate', kind, locale);

/** Whether somebody may decide on the publication of a language. */
export const mayPublish = (viewer: Viewer, kind: Kind, locale: StudioLocale): boolean =>
  isOpen(viewer, 'publish', kind, locale);

/** Kinds of things that are translated. */
const translated = [
  'article',
  'event',
  'image',
  'album',
  'place',
  'topic',
  'agency',
  'rights',
] as const satisfies Kind[];

/** Whether somebody gives the translation of anything out. */
export const mayAssign = (viewer: Viewer): boolean => translated.some((kind) => isOpen(viewer, 'assign', kind));
