import type { City, Header } from './city.ts';

/** Asks the studio as a person does, over HTTP. */
export interface StudioHand {
  get<T>(path: string): Promise<T>;
  post<T>(path: string, body: object | FormData): Promise<T>;
  /** Changes a document as a careful program does: reads which revision is in force and says so. */
  change(path: string, fields: object): Promise<void>;
}

/** @throws Error with the answer where it is no success */
export const handOf = ({ studioUrl }: Pick<City, 'studioUrl'>, who: Header): StudioHand => {
  const ask = async <T>(method: string, path: string, body?: object): Promise<T> => {
    const isForm = body instanceof FormData;
    const answer = await fetch(`${studioUrl}${path}`, {
      method,
      headers: { ...who, ...(!isForm && { 'content-type': 'application/json' }) },
      ...(body && { body: isForm ? body : JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer.json() as Promise<T>;
  };
  return {
    get: (path) => ask('GET', path),
    post: (path, body) => ask('POST', path, body),
    change: async (path, fields) => {
      const { revision } = await ask<{ revision: number }>('GET', `${path}?locale=en&draft=true&depth=0`);
      await ask('PATCH', `${path}?locale=en&depth=0`, { ...fields, revision });
    },
  };
};
