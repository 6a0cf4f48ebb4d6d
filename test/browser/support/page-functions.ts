import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { FlattenedField, SanitizedConfig } from 'payload';
import type { Answer, Caller } from '../../support/studio-caller.ts';

/** A call of a function that runs on the server for the pages of the studio, as its pages make it. */
export interface Call {
  readonly name: string;
  readonly args: Readonly<Record<string, unknown>>;
}

/** Names of those that Payload brings, read from the package, which tells them nowhere else. */
export const functionsOfPayload = async (): Promise<string[]> => {
  const entry = createRequire(import.meta.url).resolve('@payloadcms/next/layouts');
  const source = await readFile(join(dirname(entry), '../utilities/handleServerFunctions.js'), 'utf8');
  const [, listed = ''] = /baseServerFunctions = \{([^}]+)\}/.exec(source) ?? [];
  return [...listed.matchAll(/^\s*'?([\w-]+)'?:/gm)].map(([, name]) => String(name));
};

/** Calls a function of the built pages by the number that the build gave it. */
export const openFunctions = async (): Promise<(who: Caller, call: Call) => Promise<Answer>> => {
  const manifest = JSON.parse(await readFile('.next/server/server-reference-manifest.json', 'utf8'));
  const actions = Object.entries<{ filename: string }>(manifest.node);
  const [id] = actions.find(([, { filename }]) => filename.startsWith('src/')) ?? [];
  const headers = { 'next-action': String(id), 'content-type': 'text/plain;charset=UTF-8', accept: 'text/x-component' };
  return (who, call) => who.send('/admin', { method: 'POST', headers, body: JSON.stringify([call]) });
};

type Collection = SanitizedConfig['collections'][number];

/** A collection, one of its documents, and a document of whatever kind that its fields are said to hold. */
export interface Asked {
  readonly collection: Collection;
  readonly id: string;
  readonly pointed: string;
}

/** Fields whose values are other documents, or hold them. */
const pointing = ({ flattenedFields }: Collection): FlattenedField[] =>
  flattenedFields.filter(({ type }) => ['relationship', 'upload', 'richText', 'join'].includes(type));

const formCalls = ({ collection, id, pointed }: Asked): Call[] => {
  const { slug } = collection;
  const values = Object.fromEntries(pointing(collection).map(({ name }) => [name, pointed]));
  const form = {
    ...{
      id,
      collectionSlug: slug,
      schemaPath: slug,
      operation: 'update',
      renderAllFields: true,
      returnLockStatus: true,
    },
    ...{ docPermissions: { fields: true }, docPreferences: { fields: {} } },
    ...{ returnPreviewURL: true, returnLivePreviewURL: true },
  };
  return [
    { ...form, data: { id }, skipValidation: true },
    { ...form, data: { id, ...values } },
    { ...form, data: { id }, checkForStaleData: true, originalUpdatedAt: '2020-01-01T00:00:00.000Z' },
  ].map((args) => ({ name: 'form-state', args }));
};

const documentCalls = ({ collection: { slug }, id, pointed }: Asked): Call[] => {
  const document = { collectionSlug: slug, docID: id, drawerSlug: 'drawer', overrideEntityVisibility: true };
  const behind = ['api', 'preview', 'versions'].map((view) => ({
    paramsOverride: { segments: ['collections', slug, id, view] },
  }));
  const ways = [{}, { initialData: { id } }, { initialData: { id, cover: pointed } }, ...behind];
  return ways.map((way) => ({ name: 'render-document', args: { ...document, ...way } }));
};

const listCalls = ({ collection, id, pointed }: Asked): Call[] => {
  const { slug, flattenedFields } = collection;
  const list = { collectionSlug: slug, enableRowSelections: true, overrideEntityVisibility: true };
  const columns = flattenedFields.map(({ name }) => ({ accessor: name, active: true }));
  const table = { ...list, columns, renderRowTypes: true, tableAppearance: 'default' };
  const [all, single] = [{ limit: 50 }, { limit: 50, where: { id: { equals: id } } }];
  const held = Object.fromEntries(pointing(collection).map(({ name }) => [name, pointed]));
  return [
    ...[all, single].map((query) => ({ name: 'render-list', args: { ...list, drawerSlug: 'drawer', query } })),
    ...[{ query: all }, { query: single }, { data: { docs: [{ id, ...held }] } }].map((way) => ({
      name: 'table-state',
      args: { ...table, ...way },
    })),
  ];
};

const fieldCalls = ({ collection, pointed }: Asked): Call[] =>
  pointing(collection).map(({ name }) => ({
    name: 'render-field',
    args: { schemaPath: `collection.${collection.slug}.${name}`, path: name, initialValue: pointed },
  }));

/** Everything that functions which pages call may be asked of one document and of the list that it is in. */
export const callsOn = (asked: Asked): Call[] => [
  ...formCalls(asked),
  ...documentCalls(asked),
  ...listCalls(asked),
  ...fieldCalls(asked),
];

/** Functions that no page calls, with what would make them act, and names that are functions of every object. */
export const closedCalls = ({ collection: { slug }, id }: Asked): Call[] => {
  const doc = { relationTo: slug, value: id };
  return [
    { name: 'copy-data-from-locale', args: { collectionSlug: slug, docID: id, fromLocale: 'vi', toLocale: 'fr' } },
    { name: 'get-default-layout', args: {} },
    { name: 'get-folder-results-component-and-data', args: { collectionsToDisplay: [slug], displayAs: 'list' } },
    { name: 'get-upcoming-scheduled-publish', args: { collectionSlug: slug, id } },
    { name: 'render-document-slots', args: { collectionSlug: slug, id } },
    { name: 'render-widget', args: { widgetSlug: 'collections', widgetData: {} } },
    { name: 'schedule-publish', args: { type: 'publish', doc, date: '2199-01-01T00:00:00.000Z' } },
    { name: 'slugify', args: { collectionSlug: slug, path: 'slug', valueToSlugify: 'Chợ đêm' } },
    ...['constructor', 'toString', 'valueOf', '__proto__', 'nothing'].map((name) => ({ name, args: {} })),
  ];
};
