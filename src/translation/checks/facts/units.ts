import { factCheck } from './fact-check.ts';

/** Measured quantities: 10 km, 30 years; converted units agree (10 miles, 16 km). */
export const units = factCheck('units');
