import { handOver } from '../words/hand-over.ts';
import { type Answer, readRefusal } from '../words/studio-fetch.ts';

/**
 * Has a file made, and gives it to the browser to keep.
 * @param json what is sent along; left out: the file is only asked for
 * @returns null where that was done, else what the studio says against it
 */
export const takeFile = async (
  path: string,
  language: string,
  json?: object,
): Promise<Extract<Answer, { ok: false }> | null> => {
  const headers = { 'Accept-Language': language, ...(json && { 'Content-Type': 'application/json' }) };
  const sent = json ? { method: 'POST', body: JSON.stringify(json) } : {};
  try {
    const answer = await fetch(path, { credentials: 'same-origin', headers, ...sent });
    if (!answer.ok) return readRefusal(answer.status, await answer.json().catch(() => null));
    handOver(await answer.blob(), answer, 'file');
    return null;
  } catch {
    return readRefusal(0, null);
  }
};
