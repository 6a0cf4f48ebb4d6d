import { config } from 'zod';

// Next runs this before everything else in a browser. Zod asks whether it may write programs; pages of the studio may not, and
// the question alone would be a violation of what they may do.
config({ jitless: true });
