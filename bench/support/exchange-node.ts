import { measureExchange } from '../exchange.ts';

/** Measures in a process that holds nothing else, for its memory is a figure. */
const section = await measureExchange();
process.send?.(section, () => process.disconnect());
