import type { ServerFunctionClientArgs } from 'payload';
import { Failure } from '#errors/failure.ts';
import { type Problem, problemOf } from '../../endpoints/problem.ts';
import { languageOf } from '../../words/language-of.ts';

/**
 * Functions of Payload that the pages of the studio call. Payload brings more, and looks a name up where every object of
 * JavaScript has some too: `constructor` would answer anybody with the whole request, nobody signed in. What a new version of
 * Payload brings stays closed until a page needs it. Those left out: languages are not copied over each other (words of one would
 * stand under another, and the ledger would not know that nobody translated them), nothing is put out at a time that Payload keeps,
 * and there are no folders, widgets or slug fields.
 */
const offered = new Set<unknown>(['form-state', 'render-document', 'render-field', 'render-list', 'table-state']);

/** @param call as it came from a browser: whatever somebody sent */
export const isOffered = (call: unknown): call is ServerFunctionClientArgs =>
  typeof call === 'object' && call !== null && 'name' in call && offered.has(call.name);

/**
 * What any other call is answered. It is no error: that would be a line of the log for each try of anybody.
 * @param headers of the request, which say the language
 */
export const notOffered = (headers: Headers): Problem =>
  problemOf(new Failure('forbidden'), languageOf({ headers, user: null }));
