import type { Reference } from './reference.ts';

/** Where the reference describes objects that may have members which it does not list. */
export const openShapes = ({ document }: Pick<Reference, 'document'>): string[] => {
  const open: string[] = [];
  const walk = (value: unknown, at: string): void => {
    if (typeof value !== 'object' || value === null) return;
    const isObject = 'properties' in value && 'type' in value && value.type === 'object';
    if (isObject && !('additionalProperties' in value && value.additionalProperties === false)) open.push(at);
    for (const [name, inner] of Object.entries(value)) walk(inner, `${at}/${name}`);
  };
  for (const [path, { get }] of Object.entries(document.paths)) walk(get.responses, path);
  walk(document.components, 'components');
  return open;
};
