import { writeCast } from './coverage-cast.ts';

/**
 * Writes the originals in a process of its own: the library that Payload opens the file with keeps it open as long as its process lives,
 * and another library in the same process would take its locks away.
 */
const [folder = '', url = ''] = process.argv.slice(2);
const cast = await writeCast(folder, url);
process.send?.(cast, () => process.exit());
