import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { expect } from 'vitest';
import type { Node } from '../../support/delivery-node.ts';

interface Described {
  readonly content?: Readonly<Record<string, { readonly schema?: object; readonly example?: unknown }>>;
  readonly headers?: Readonly<Record<string, { readonly required?: boolean; readonly schema?: object }>>;
  readonly $ref?: string;
}

interface Operation {
  readonly responses: Readonly<Record<string, Described>>;
}

export interface Document {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, { readonly get: Operation }>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, object>>;
    readonly responses: Readonly<Record<string, Described>>;
  };
}

/** An answer, however it was got. */
export interface Seen {
  readonly status: number;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The reference of a node, held against its answers. */
export interface Reference {
  readonly document: Document;
  /** Every `path status` that has been held against an answer. */
  readonly shown: ReadonlySet<string>;
  /** Holds an answer against what the reference says of this path and status. */
  hold(path: string, status: number, seen: Seen, about: string): void;
  /** Asks a node, and holds what it answers against the reference. */
  check(path: string, asked: string, status: number, init?: RequestInit): Promise<void>;
  validatorOf(path: string, status: number, type: string): ValidateFunction;
}

const connection = new Set(['connection', 'keep-alive']);
/** What belongs to the transport and not to the answer. */
const transport = new Set([...connection, 'date', 'content-type', 'content-length', 'content-encoding']);

const seenOf = async (response: Response): Promise<Seen> => ({
  status: response.status,
  headers: Object.fromEntries(response.headers),
  body: await response.text(),
});

export const openReference = async (node: Node): Promise<Reference> => {
  const document: Document = await (await node.get('/openapi.json')).json();
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema({ $id: 'api', ...document });
  const shown = new Set<string>();

  const responseOf = (path: string, status: number): Described => {
    const described = document.paths[path]?.get.responses[String(status)];
    expect(described, `${path} ${status} is documented`).toBeDefined();
    const name = described?.$ref?.split('/').at(-1);
    return (name ? document.components.responses[name] : described) ?? {};
  };
  const compile = (schema: object): ValidateFunction =>
    ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"$ref":"#/', '"$ref":"api#/')));
  const validatorOf = (path: string, status: number, type: string): ValidateFunction => {
    const schema = responseOf(path, status).content?.[type]?.schema;
    expect(schema, `${path} ${status} ${type} has a schema`).toBeDefined();
    return compile(schema ?? {});
  };

  const holdHeaders = (described: Described, sent: Seen['headers'], about: string): void => {
    const documented = Object.entries(described.headers ?? {});
    const names = documented.map(([name]) => name.toLowerCase());
    const unknown = Object.keys(sent).filter((name) => !transport.has(name) && !names.includes(name));
    expect(unknown, `${about}: headers that the reference does not know`).toEqual([]);
    for (const [name, { required, schema }] of documented) {
      const value = sent[name.toLowerCase()];
      if (required) expect(value, `${about}: ${name}`).toBeDefined();
      if (value === undefined || !schema) continue;
      expect(compile(schema)(value), `${about}: ${name}: ${value}`).toBe(true);
    }
  };

  const hold: Reference['hold'] = (path, status, seen, about) => {
    expect(seen.status, about).toBe(status);
    const described = responseOf(path, status);
    holdHeaders(described, seen.headers, about);
    const type = (seen.headers['content-type'] ?? '').split(';')[0] ?? '';
    if (type === '') expect(described.content, `${about} has no body`).toBeUndefined();
    else {
      const validate = validatorOf(path, status, type);
      if (type.endsWith('json')) validate(JSON.parse(seen.body));
      expect(validate.errors ?? [], about).toEqual([]);
    }
    shown.add(`${path} ${status}`);
  };

  const check: Reference['check'] = async (path, asked, status, init) => {
    const seen = await seenOf(await node.get(asked, init));
    hold(path, status, seen, asked);
    if (init) return;
    const head = await node.get(asked, { method: 'HEAD' });
    expect([head.status, await head.text()], `HEAD ${asked}`).toEqual([status, '']);
    const names = (headers: Iterable<string>) => [...headers].filter((name) => !connection.has(name)).sort();
    expect(names(head.headers.keys()), `HEAD ${asked}`).toEqual(names(Object.keys(seen.headers)));
  };

  return { document, shown, hold, check, validatorOf };
};
