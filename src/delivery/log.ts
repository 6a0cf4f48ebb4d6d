import { type Logger, pino } from 'pino';

/** Structured logs of this process. Codes, numbers and paths only: never a word of a document. */
export const createLog = (level: string): Logger => pino({ level, base: { process: 'delivery' } });
