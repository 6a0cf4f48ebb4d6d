import { isProperties, type Properties, properties } from './nodes.ts';

/** How an address names a document of ours: `internal:articles/<id>`. */
const internal = /^internal:(?<collection>[\w-]+)\/(?<id>.+)$/s;

const idOf = (value: unknown): string => {
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  return isProperties(value) && !isProperties(value.id) ? idOf(value.id) : '';
};

/** Where a link leads, in one line. A link that leads nowhere has an empty address. */
export function addressOf(node: unknown): string {
  const fields = isProperties(node) && isProperties(node.fields) ? node.fields : {};
  if (fields.linkType !== 'internal') return typeof fields.url === 'string' ? fields.url : '';
  if (!isProperties(fields.doc)) return '';
  return `internal:${String(fields.doc.relationTo)}/${idOf(fields.doc.value)}`;
}

/** What a link's fields hold so that it leads to an address. */
function leadingTo(address: string): Properties {
  const { collection, id } = internal.exec(address)?.groups ?? {};
  if (collection === undefined) return { linkType: 'custom', url: address, doc: null };
  return { linkType: 'internal', doc: { relationTo: collection, value: id } };
}

const fresh: Properties = {
  type: 'link',
  version: 3,
  format: '',
  indent: 0,
  direction: null,
  fields: { newTab: false },
};

/** A link around children, with everything but its address as the given link has it; without an address, with that too. */
export function linkTo(address: string | undefined, children: readonly unknown[], like?: Properties): Properties {
  if (like && (address === undefined || addressOf(like) === address)) return { ...like, children };
  const { fields, ...rest } = like ?? fresh;
  // Only a link that repeats its own address is an automatic one
  return { ...rest, type: 'link', fields: { ...properties(fields), ...leadingTo(address ?? '') }, children };
}
