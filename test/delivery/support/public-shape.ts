import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Document } from './reference.ts';

interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly items?: Schema;
  readonly prefixItems?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly propertyNames?: Schema;
  readonly required?: readonly string[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
}

const nameOf = (ref: string): string => ref.split('/').at(-1) ?? ref;

/** In a few letters what a value may be. */
const kindOf = (schema: Schema): string => {
  if (schema.$ref) return nameOf(schema.$ref);
  const several = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (several) return [...new Set(several.map(kindOf))].join(schema.allOf ? ' and ' : ' or ');
  if ('const' in schema) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((one) => JSON.stringify(one)).join(' or ');
  if (schema.items) return `list of ${kindOf(schema.items)}`;
  if (schema.prefixItems) return `row of ${schema.prefixItems.map(kindOf).join(', ')}`;
  return [[schema.type ?? 'anything'].flat().join(' or '), schema.format].filter(Boolean).join(' ');
};

/** Every member of a value, however deep, each with its path: what another schema describes is told there. */
const membersOf = (schema: Schema, at: string): string[] => {
  const inner = [schema.anyOf, schema.oneOf, schema.allOf, schema.prefixItems].flatMap((some) => some ?? []);
  const further = [
    ...inner.map((one) => [one, at] as const),
    ...(schema.items ? [[schema.items, `${at}[]`] as const] : []),
  ];
  const { additionalProperties: more } = schema;
  if (typeof more === 'object') further.push([more, `${at}.*`]);
  const named = Object.entries(schema.properties ?? {}).flatMap(([name, one]) => {
    const path = at === '' ? name : `${at}.${name}`;
    const always = schema.required?.includes(name) ? '' : ', not always';
    return [`- \`${path}\`: ${kindOf(one)}${always}`, ...membersOf(one, path)];
  });
  const any =
    more === true || typeof more === 'object'
      ? [`- \`${at === '' ? '*' : `${at}.*`}\`: ${typeof more === 'object' ? kindOf(more) : 'anything'}`]
      : [];
  return [...named, ...any, ...further.flatMap(([one, path]) => membersOf(one, path))];
};

const section = (title: string, schema: Schema): string[] => [
  `## ${title}`,
  '',
  ...new Set(membersOf(schema, '')),
  ...(membersOf(schema, '').length === 0 ? [kindOf(schema)] : []),
  '',
];

/** All that the public is ever told, name by name, as a page that somebody reads when it changes. */
const shapeTable = ({ paths, components }: Document): string => {
  const answers = Object.entries(paths).flatMap(([path, { get }]) =>
    Object.entries(get.responses).flatMap(([status, { content }]) =>
      Object.entries(content ?? {}).map(([type, { schema }]) => ({
        title: `${path} ${status} ${type}`,
        schema: (schema ?? {}) as Schema,
      })),
    ),
  );
  const shared = Object.entries(components.responses).flatMap(([name, { content }]) =>
    Object.entries(content ?? {}).map(([type, { schema }]) => ({
      title: `${name} ${type}`,
      schema: (schema ?? {}) as Schema,
    })),
  );
  const head = [
    '# What the public is told',
    '',
    'Every member of every answer of delivery, as its reference describes it. A test holds the running program against this page, and `SHAPE=write`\nwrites it anew: whoever does so reads what is new in it, for nobody has decided yet that it may be public.',
    '',
  ];
  return [
    ...head,
    ...[...answers, ...shared].flatMap(({ title, schema }) => section(title, schema)),
    ...Object.entries(components.schemas).flatMap(([name, schema]) => section(name, schema as Schema)),
  ].join('\n');
};

const page = join(import.meta.dirname, '../public-shape.md');

/** Lines of what a node says now, and of what somebody has read; `SHAPE=write` writes the second anew. */
export const shapes = (document: Document): { readonly said: string[]; readonly read: string[] } => {
  const table = shapeTable(document);
  if (process.env.SHAPE === 'write') writeFileSync(page, table);
  return { said: table.split('\n'), read: readFileSync(page, 'utf8').split('\n') };
};
