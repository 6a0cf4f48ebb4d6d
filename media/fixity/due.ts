const day = 24 * 60 * 60 * 1000;

/** Every master is hashed again at least this often. */
export const promisedMs = 90 * day;

/** The round that goes on in the background takes up a master at this age, so that the rest is left for doing it. */
const takenUpMs = 60 * day;

/** It is done with all that has come of age within this time, though the process may run only half of the day. */
const sweepMs = 15 * day;

/** Small archives are not read more slowly than this, in bytes per second: a check should end on the day it began. */
const leastRate = 1024 * 1024;

/** What was last checked before this moment is due, by what was promised or as the background takes it up. */
export const dueBefore = (round: 'promised' | 'background', now: Date): Date =>
  new Date(now.getTime() - (round === 'promised' ? promisedMs : takenUpMs));

/** Bytes per second at which the background keeps the promise for an archive of this size, and no faster. */
export const backgroundRate = (archiveBytes: number): number =>
  Math.max(leastRate, Math.ceil((archiveBytes / sweepMs) * 1000));
