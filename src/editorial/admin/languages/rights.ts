'use client';
import { decide } from '#access/decide.ts';
import { viewerOf } from '#collections/viewer-of.ts';
import type { StudioLocale } from '#languages/locales.ts';
import * as pens from '../../workflow/pens.ts';

type User = Parameters<typeof viewerOf>[0];

const known = (user: unknown) => viewerOf(user as User);

/**
 * Whether a button to publish is worth showing. Only a courtesy: the studio decides when the button is pressed.
 * @param user the signed-in person as the admin knows them
 */
export const mayPublish = (user: unknown, locale: StudioLocale): boolean => {
  const viewer = known(user);
  return viewer !== null && pens.mayPublish(viewer, 'article', locale);
};

/** Whether the person may write in a language: a publisher who is no editor reads and decides. */
export const mayWrite = (user: unknown, locale: StudioLocale): boolean => {
  const viewer = known(user);
  return viewer !== null && pens.mayTranslate(viewer, 'article', locale);
};

/** Whether the person is a security officer, who alone sees the form for raising a level. */
export const isSecurityOfficer = (user: unknown): boolean => known(user)?.roles.includes('security-officer') ?? false;

/** Whether the person may have a part in marking something lower. */
export const mayLower = (user: unknown): boolean => {
  const viewer = known(user);
  const parts = ['ask-lowering', 'agree-lowering'] as const;
  return viewer !== null && parts.some((part) => !('refuse' in decide(viewer, part, { kind: 'marking' })));
};

/** Whether the person may have a part in what others may know. */
export const mayGiveClearance = (user: unknown): boolean => {
  const viewer = known(user);
  const parts = ['ask-grant', 'agree-grant'] as const;
  return viewer !== null && parts.some((part) => !('refuse' in decide(viewer, part, { kind: 'user-clearance' })));
};

/** Whether the person is a curator, who alone says what is in an album and in what order. */
export const isCurator = (user: unknown): boolean => known(user)?.roles.includes('curator') ?? false;

/** Whether the person gives work out, of whatever kind: whether of this very document, the studio decides. */
export const mayGiveOut = (user: unknown): boolean => {
  const viewer = known(user);
  return viewer !== null && pens.mayAssign(viewer);
};
