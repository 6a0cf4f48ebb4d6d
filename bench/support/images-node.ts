import { measureImages } from '../images.ts';

/** Measures in a process that works with one thread: on a core shared by two threads each second of CPU does less. */
const section = await measureImages();
process.send?.(section, () => process.disconnect());
