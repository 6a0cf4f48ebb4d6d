import { en } from '@payloadcms/translations/languages/en';
import { fr } from '@payloadcms/translations/languages/fr';
import { vi } from '@payloadcms/translations/languages/vi';
import { zh } from '@payloadcms/translations/languages/zh';
import type { Config } from 'payload';
import { type StudioLocale, studioLocales } from '#languages/locales.ts';
import { mendedWords } from './words/mended-words.ts';
import { studioWords, type Translations } from './words/studio-words.ts';
import { typesetAll } from './words/typeset.ts';

export interface AdminValues {
  /** Address of delivery as the world sees it, e.g. `http://localhost:4000`. */
  publicUrl: string;
  /** Folder of the project: paths of components in the import map start there. */
  baseDir: string;
}

const at = (path: string, name: string) => `/src/editorial/admin/${path}#${name}`;

/** A page of ours, at a path below the studio’s. */
const page = (path: `/${string}`, file: string, name: string) => ({ Component: at(file, name), path, exact: true });

const pages = {
  lookAlikes: page('/look-alikes', 'look-alikes/look-alikes-view.tsx', 'LookAlikesView'),
  workbench: page('/translate/:collection/:id/:locale', 'workbench/workbench-view.tsx', 'WorkbenchView'),
  bringBack: page('/translate/import', 'bring-back/bring-view.tsx', 'BringView'),
  coverage: page('/translations', 'coverage/coverage-view.tsx', 'CoverageView'),
  inbox: page('/inbox', 'inbox/inbox-view.tsx', 'InboxView'),
  launches: page('/launches', 'launch/launches-view.tsx', 'LaunchesView'),
  secrecy: page('/secrecy', 'secrecy/secrecy-view.tsx', 'SecrecyView'),
  reviewQueue: page('/review-queue', 'review-queue/queue-view.tsx', 'QueueView'),
  answers: page('/answers', 'answers/answers-view.tsx', 'AnswersView'),
  auditLog: page('/audit-log', 'audit-log/audit-log-view.tsx', 'AuditLogView'),
  prove: page('/prove', 'prove/prove-view.tsx', 'ProveView'),
  copies: page('/copies', 'copies/copies-view.tsx', 'CopiesView'),
  archive: page('/archive', 'archive/archive-view.tsx', 'ArchiveView'),
};

/** The studio's own name and look: what Payload shows by default is replaced where a person sees it. */
export const adminConfig = (values: AdminValues): NonNullable<Config['admin']> => ({
  user: 'users',
  avatar: 'default',
  dateFormat: 'dd/MM/yyyy HH:mm',
  theme: 'light',
  custom: { publicUrl: values.publicUrl },
  importMap: {
    baseDir: values.baseDir,
    importMapFile: `${values.baseDir}/src/app/(payload)/admin/importMap.js`,
    autoGenerate: false,
  },
  meta: {
    titleSuffix: ' · Bến Thành',
    defaultOGImageType: 'off',
    icons: [{ rel: 'icon', type: 'image/svg+xml', url: '/icon.svg' }],
  },
  components: {
    graphics: { Logo: at('look/logo.tsx', 'Logo'), Icon: at('look/icon.tsx', 'Icon') },
    actions: [at('languages/content-language.tsx', 'ContentLanguage')],
    beforeLogin: [at('account/before-login.tsx', 'BeforeLogin')],
    afterLogin: [at('account/after-login.tsx', 'AfterLogin')],
    beforeNavLinks: [
      at('shell/nav-head.tsx', 'NavHead'),
      at('inbox/inbox-link.tsx', 'InboxLink'),
      at('coverage/coverage-link.tsx', 'CoverageLink'),
      at('launch/launches-link.tsx', 'LaunchesLink'),
      at('archive/archive-link.tsx', 'ArchiveLink'),
      at('uploads/bring-link.tsx', 'BringLink'),
      at('look-alikes/look-alikes-link.tsx', 'LookAlikesLink'),
      at('review-queue/queue-link.tsx', 'QueueLink'),
      at('secrecy/secrecy-link.tsx', 'SecrecyLink'),
      at('answers/answers-link.tsx', 'AnswersLink'),
      at('audit-log/audit-log-link.tsx', 'AuditLogLink'),
      at('copies/copies-link.tsx', 'CopiesLink'),
    ],
    afterNavLinks: [at('shell/interface-language.tsx', 'InterfaceLanguage')],
    providers: [
      at('words/problems-for-forms.tsx', 'ProblemsForForms'),
      at('shell/name-controls.tsx', 'NameControls'),
      at('shell/pass-messages.tsx', 'PassMessages'),
      at('text/ask-again.tsx', 'AskAgain'),
      at('account/prove-again.tsx', 'ProveAgain'),
      at('account/own-sign-in.tsx', 'OwnSignIn'),
      at('account/first-password.tsx', 'FirstPassword'),
      at('account/enrol-first.tsx', 'EnrolFirst'),
    ],
    views: { dashboard: { Component: at('shell/desk-view.tsx', 'DeskView') }, ...pages },
  },
});

/** The four languages of the studio: Payload's own words, ours beside them, and the few of Payload's that need mending. */
export const i18nConfig = (): NonNullable<Config['i18n']> => ({
  fallbackLanguage: 'vi',
  supportedLanguages: Object.fromEntries(
    studioLocales.map((language) => [language, { ...payloadWords[language], translations: printed(language) }]),
  ),
  translations: Object.fromEntries(
    studioLocales.map((language) => [language, joined(language)]),
  ) as unknown as Translations,
});

const payloadWords = { vi, en, fr, zh } as const;

/** Payload's own words, set as the language is printed. */
const printed = (language: StudioLocale) => typesetAll(payloadWords[language].translations, language);

/** Ours, and the mended ones; a namespace that both have keeps the words of both. */
const joined = (language: StudioLocale) => {
  const ours: Record<string, Record<string, string>> = studioWords[language];
  const mended = typesetAll(mendedWords[language], language);
  const namespaces = [...new Set([...Object.keys(ours), ...Object.keys(mended)])];
  return Object.fromEntries(namespaces.map((name) => [name, { ...mended[name], ...ours[name] }]));
};
