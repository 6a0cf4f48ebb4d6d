/** What happens to the languages that are not ready: nothing goes out, the others go without them, or readers get another language and are told so. */
export const launchRules = ['hold', 'without', 'fallback'] as const;
export type LaunchRule = (typeof launchRules)[number];

/**
 * `planned`: its moment has not come; `held`: it has, and something is missing; `going`: it has been decided what goes out, and
 * it is being done; `awaiting`: it is out, and languages are to follow; the last two are over.
 */
export const launchStates = ['planned', 'held', 'going', 'awaiting', 'done', 'cancelled'] as const;
export type LaunchState = (typeof launchStates)[number];
