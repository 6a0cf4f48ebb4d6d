import type { CollectionConfig, Field } from 'payload';
import { languagesEndpoint, visibilityEndpoint } from '../desk/desk-endpoints.ts';
import { isTextCollection } from '../workflow/content-changes.ts';
import { inEveryLanguage } from './words/studio-words.ts';
import { withFieldWords } from './words/with-field-words.ts';

const at = (path: string, name: string) => `/src/editorial/admin/${path}#${name}`;

/** A part of the form that shows something and stores nothing. */
const shown = (name: string, component: string, more: { sidebar?: boolean; cell?: string } = {}): Field => ({
  type: 'ui',
  name,
  label: inEveryLanguage('fields', name) ?? name,
  admin: {
    ...(more.sidebar ? { position: 'sidebar' as const } : {}),
    disableListColumn: more.cell === undefined,
    components: { Field: component, ...(more.cell ? { Cell: more.cell } : {}) },
  },
});

const marking = () => shown('markingBanner', at('marking/marking-banner.tsx', 'MarkingBanner'));

const names = () => shown('names', at('names/names-panel.tsx', 'NamesPanel'), { sidebar: true });

const panelsOf = (slug: string): Field[] => {
  if (isTextCollection(slug)) {
    const panel = at('languages/languages-panel.tsx', 'LanguagesPanel');
    const cell = at('languages/languages-cell.tsx', 'LanguagesCell');
    return [marking(), shown('languages', panel, { sidebar: true, cell }), names()];
  }
  if (slug === 'albums')
    return [marking(), shown('albumRelease', at('albums/album-release.tsx', 'AlbumRelease')), names()];
  if (slug === 'images') {
    const panel = at('images/picture-panel.tsx', 'PicturePanel');
    return [shown('picture', panel, { cell: at('images/thumbnail-cell.tsx', 'ThumbnailCell') }), marking(), names()];
  }
  if (slug === 'users') return [shown('grantPanel', at('grants/grant-panel.tsx', 'GrantPanel'))];
  if (slug === 'places' || slug === 'topics' || slug === 'agencies') return [names()];
  return [];
};

/** What stands below the fields. */
const belowOf = (slug: string): Field[] => {
  if (slug === 'albums') return [shown('albumPictures', at('albums/album-panel.tsx', 'AlbumPanel'))];
  if (slug === 'concepts') return [shown('nameUses', at('names/name-uses-panel.tsx', 'NameUsesPanel'))];
  if (slug === 'users') return [shown('ownAccount', at('account/own-account.tsx', 'OwnAccount'))];
  if (slug !== 'images') return [];
  return [
    shown('deletion', at('deletion/deletion-panel.tsx', 'DeletionPanel'), { sidebar: true }),
    shown('pictureHistory', at('history/picture-history.tsx', 'PictureHistory')),
  ];
};

/** The buttons of the editor: ours where Payload's would publish every language at once. */
const editorParts = {
  Status: at('languages/status-line.tsx', 'StatusLine'),
  SaveDraftButton: at('languages/save-draft.tsx', 'SaveDraft'),
  PublishButton: at('languages/language-actions.tsx', 'LanguageActions'),
  UnpublishButton: at('languages/no-button.tsx', 'NoButton'),
};

/** Saved and not published: reference data and pictures. */
const described = new Set(['images', 'albums', 'places', 'topics', 'agencies', 'concepts', 'rights', 'consents']);

const columns: Record<string, string[]> = {
  articles: ['title', 'languages', 'updatedAt'],
  events: ['title', 'startsAt', 'languages', 'updatedAt'],
  images: ['title', 'picture', 'credit', 'takenOn'],
  albums: ['title', 'agency', 'updatedAt'],
  rights: ['name', 'holder', 'rights', 'validUntil'],
  consents: ['person', 'kind', 'validUntil', 'withdrawnOn'],
  concepts: ['name', 'kind', 'updatedAt'],
};

const groups: Record<string, string> = {
  articles: 'group.content',
  events: 'group.content',
  images: 'group.content',
  albums: 'group.content',
  places: 'group.reference',
  topics: 'group.reference',
  agencies: 'group.reference',
  concepts: 'group.reference',
  rights: 'group.rights',
  consents: 'group.rights',
  users: 'group.people',
  audit: 'group.security',
};

const editView = { default: { Component: at('languages/edit-view.tsx', 'EditView') } };

const components = (collection: CollectionConfig): NonNullable<CollectionConfig['admin']>['components'] => {
  const known = collection.admin?.components;
  if (isTextCollection(collection.slug)) {
    const version = { actions: [at('history/restore-version.tsx', 'RestoreVersion')] };
    const edit = { ...editView, version };
    return { ...known, edit: { ...known?.edit, ...editorParts }, views: { ...known?.views, edit } };
  }
  if (!described.has(collection.slug)) return known;
  const edit = { ...known?.edit, SaveButton: at('languages/save-draft.tsx', 'SaveNow') };
  if (collection.slug === 'concepts')
    return { ...known, edit, beforeListTable: [at('names/names-files.tsx', 'NamesFiles')] };
  if (collection.slug !== 'images') return { ...known, edit, views: { ...known?.views, edit: editView } };
  return {
    ...known,
    edit,
    beforeListTable: [
      at('uploads/bring-link.tsx', 'BringButton'),
      at('images/release-selection.tsx', 'ReleaseSelection'),
    ],
    views: {
      ...known?.views,
      edit: { default: { Component: at('images/image-edit-view.tsx', 'ImageEditView') } },
      bring: { Component: at('uploads/bring-view.tsx', 'BringView'), path: '/bring', exact: true },
    },
  };
};

/**
 * Gives a collection its face in the studio: names of everything in four languages, the panels and buttons of ours,
 * and the addresses that they ask. What the collection stores and who may do what stays as it is.
 */
export const withStudioLook = (collection: CollectionConfig): CollectionConfig => {
  const { slug } = collection;
  const group = groups[slug];
  const singular = inEveryLanguage('fields', `${slug}.singular`);
  const plural = inEveryLanguage('fields', `${slug}.plural`);
  const description = inEveryLanguage('fields', `${slug}.description`);
  const endpoints = isTextCollection(slug) ? [languagesEndpoint(slug), visibilityEndpoint(slug)] : [];
  return {
    ...collection,
    ...(singular && plural ? { labels: { singular, plural } } : {}),
    endpoints: [...(collection.endpoints || []), ...endpoints],
    fields: [...panelsOf(slug), ...withFieldWords(slug, collection.fields), ...belowOf(slug)],
    admin: {
      ...collection.admin,
      ...(columns[slug] ? { defaultColumns: columns[slug] } : {}),
      ...(group ? { group: inEveryLanguage('fields', group) ?? group } : {}),
      ...(description ? { description } : {}),
      disableCopyToLocale: true,
      hideAPIURL: true,
      components: components(collection),
    },
  };
};
