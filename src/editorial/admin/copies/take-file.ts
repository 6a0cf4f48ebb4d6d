import { type Answer, readRefusal } from '../words/studio-fetch.ts';

/**
 * Has a copy made as a file, and gives it to the browser to keep.
 * @returns null where that was done, else what the studio says against it
 */
export const takeFile = async (
  path: string,
  json: object,
  language: string,
): Promise<Extract<Answer, { ok: false }> | null> => {
  const headers = { 'Accept-Language': language, 'Content-Type': 'application/json' };
  try {
    const answer = await fetch(path, {
      method: 'POST',
      credentials: 'same-origin',
      headers,
      body: JSON.stringify(json),
    });
    if (!answer.ok) return readRefusal(answer.status, await answer.json().catch(() => null));
    const address = URL.createObjectURL(await answer.blob());
    const name = /filename="([^"]+)"/.exec(answer.headers.get('content-disposition') ?? '')?.[1] ?? 'copy.zip';
    Object.assign(document.createElement('a'), { href: address, download: name }).click();
    URL.revokeObjectURL(address);
    return null;
  } catch {
    return readRefusal(0, null);
  }
};
