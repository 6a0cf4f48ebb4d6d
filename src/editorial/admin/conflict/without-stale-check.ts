import type { ServerFunctionClientArgs } from 'payload';

/**
 * Payload compares the time of the last save when somebody begins to type, and its only offer is to load the page anew,
 * which loses what is typed; switching the language right after a save of one's own is enough to meet it. Our saves name
 * the revision that they saw and join what two people wrote, so the blunter question is never asked.
 */
export const withoutStaleCheck = (call: ServerFunctionClientArgs): ServerFunctionClientArgs =>
  call.name === 'form-state' ? { ...call, args: { ...call.args, checkForStaleData: false } } : call;
