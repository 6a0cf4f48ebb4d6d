import type { ServerFunctionClientArgs } from 'payload';
import { Failure } from '#errors/failure.ts';

/**
 * Functions of Payload that the pages of the studio call. Payload brings more, and looks a name up where every object of
 * JavaScript has some too: `constructor` would answer anybody with the whole request, nobody signed in. What a new version of
 * Payload brings stays closed until a page needs it. Those left out: languages are not copied over each other (words of one would
 * stand under another, and the ledger would not know that nobody translated them), nothing is put out at a time that Payload keeps,
 * and there are no folders, widgets or slug fields.
 */
const offered = new Set(['form-state', 'render-document', 'render-field', 'render-list', 'table-state']);

/**
 * @param call as it came from a browser
 * @returns the same
 * @throws Failure `forbidden` where no page of the studio calls it
 */
export const onlyOffered = (call: ServerFunctionClientArgs): ServerFunctionClientArgs => {
  if (!offered.has(call.name)) throw new Failure('forbidden');
  return call;
};
