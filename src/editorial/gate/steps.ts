/**
 * The places between which the gate may die. Each has left on disk only what the next start understands: blobs nobody
 * names, ids nobody used, or a feed that is ahead of the ledger.
 */
export const gateSteps = ['read', 'appraised', 'appended', 'noted', 'removed', 'marked'] as const;
export type GateStep = (typeof gateSteps)[number];

/** Called when a step is done; what it throws stops the gate there. */
export type OnStep = (step: GateStep) => void | Promise<void>;
