/** What came back. `body` is parsed JSON where the answer is JSON, else text. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  readonly body: any;
}

/** Speaks to a studio's door as one person. Paths start with `/api`. */
export interface Caller {
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  post(path: string, json?: unknown, headers?: Record<string, string>): Promise<Answer>;
  patch(path: string, json?: unknown, headers?: Record<string, string>): Promise<Answer>;
  delete(path: string, headers?: Record<string, string>): Promise<Answer>;
  /** Anything else: raw bodies, forms. */
  send(path: string, init: RequestInit): Promise<Answer>;
}

/** @param token of the person, null for nobody */
export const callerAt = (url: string, token: string | null): Caller => {
  const send = async (path: string, init: RequestInit): Promise<Answer> => {
    const headers = new Headers(init.headers);
    if (token) headers.set('authorization', `JWT ${token}`);
    const response = await fetch(`${url}${path}`, { redirect: 'manual', ...init, headers });
    return { status: response.status, headers: response.headers, body: await readBody(response) };
  };
  const json =
    (method: string) =>
    (path: string, body?: unknown, headers: Record<string, string> = {}) =>
      send(path, {
        method,
        headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
  return {
    get: (path, headers = {}) => send(path, { headers }),
    post: json('POST'),
    patch: json('PATCH'),
    delete: (path, headers = {}) => send(path, { method: 'DELETE', headers }),
    send,
  };
};

const readBody = async (response: Response): Promise<unknown> => {
  const isJson = /[/+]json/.test(response.headers.get('content-type') ?? '');
  const text = await response.text();
  // An answer to HEAD speaks of JSON and has none
  return isJson && text !== '' ? JSON.parse(text) : text;
};
