import type { SanitizedConfig } from 'payload';
import { addressesOf, type Values } from '../../security/support/doors.ts';

/** Rows of a collection that are asked for: documents, and versions of them. */
export interface Rows {
  readonly ids: readonly string[];
  readonly versions: readonly string[];
}

/** Addresses of those among the views of a configuration that have one of their own. */
const placed = (views: object | undefined): string[] =>
  Object.values(views ?? {}).flatMap((view: unknown) =>
    typeof view === 'object' && view !== null && 'path' in view && typeof view.path === 'string' ? [view.path] : [],
  );

/** What Payload may have behind a document, switched on or not, and what is added there. */
const behind = (place: string, edit: object | undefined, versions: readonly string[]): string[] => [
  ...['', '/api', '/preview', '/versions', ...placed(edit)].map((more) => `${place}${more}`),
  ...versions.map((version) => `${place}/versions/${version}`),
];

const ofCollection = ({ slug, admin, trash }: SanitizedConfig['collections'][number], { ids, versions }: Rows) => {
  const place = `/collections/${slug}`;
  // Nobody has pages of it: all that could be there comes by way of these two
  if (admin.hidden === true) return [place, ...ids.map((id) => `${place}/${id}`)];
  const { edit, list: _, ...more } = { edit: undefined, list: undefined, ...admin.components?.views };
  const around = [place, `${place}/create`, ...placed(more).map((path) => `${place}${path}`)];
  const binned = trash ? [`${place}/trash`, ...ids.map((id) => `${place}/trash/${id}`)] : [];
  return [...around, ...binned, ...ids.flatMap((id) => behind(`${place}/${id}`, edit, versions))];
};

/**
 * Every page of the studio as its configuration knows them: those of its own, lists, empty forms, documents with what is behind
 * them, and what lies in a bin. None is written down here by name, so that a new one is asked as well.
 * @param rowsOf by collection
 * @param values of parameters in addresses of pages
 */
export const pagesOf = (config: SanitizedConfig, rowsOf: (slug: string) => Rows, values: Values): string[] => {
  const { components, routes } = config.admin;
  const own = ['', ...placed(components?.views), ...Object.values(routes)];
  const pages = own.flatMap((path) => addressesOf({ method: 'get', path }, values, ['x']));
  for (const collection of config.collections) pages.push(...ofCollection(collection, rowsOf(collection.slug)));
  for (const { slug, admin } of config.globals)
    pages.push(...behind(`/globals/${slug}`, admin.components?.views?.edit, rowsOf(slug).versions));
  return [...new Set(pages)].map((path) => `${config.routes.admin}${path}`);
};
