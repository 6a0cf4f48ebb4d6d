import { isNativeError } from 'node:util/types';
import { discreetError } from './discreet-error.ts';

const methods = ['error', 'warn', 'info', 'log', 'debug', 'trace', 'dir', 'table'] as const;

/** The text of an error that somebody took apart: what it says, and where it happened. */
const frames = /\n\s+at \S/;

/** What kind of an error such a text begins with: the name of a class, whatever mark stands before it. */
const named = /^\W{0,10}(?:Uncaught )?([A-Z][A-Za-z]{0,60}(?:Error|Failed|Exception))\b/;

const discreet = (said: unknown): unknown => {
  if (said instanceof Error || isNativeError(said)) return JSON.stringify(discreetError(said));
  if (typeof said === 'string' && frames.test(said))
    return JSON.stringify(discreetError({ name: named.exec(said)?.[1], stack: said }));
  return typeof said === 'object' && said !== null ? `[${said.constructor?.name ?? 'object'}]` : said;
};

/**
 * Lets the console of this process, which ends in a log, say no word of a document. Next writes there whatever a page, a request or
 * a forgotten promise failed with, and so what a database was asked: errors are told as the log tells them, things by their kind alone.
 */
export const hushConsole = (console: Console = globalThis.console): void => {
  for (const method of methods) {
    const say = console[method].bind(console);
    console[method] = (...said: unknown[]) => say(...said.map(discreet));
  }
};
