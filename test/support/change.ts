import type { Answer, Caller } from './studio-caller.ts';

/**
 * Changes a document as a careful program does: reads which revision is in force and says so.
 * @param path of the document, with the language in its query
 */
export const change = async (who: Caller, path: string, data: object): Promise<Answer> => {
  const { body } = await who.get(`${path.split('?')[0]}?locale=vi&draft=true&depth=0`);
  return who.patch(path, { ...data, revision: body.revision });
};
