import { Failure } from '#errors/failure.ts';
import { capOf } from './paths.ts';

/**
 * Most bytes of the file at this path.
 *
 * @throws Failure `feed-malformed` for a path that no file of a feed has.
 */
export const requireCap = (path: string): number => {
  const cap = capOf(path);
  if (cap === null) throw new Failure('feed-malformed', { file: path.slice(0, 200), what: 'path' });
  return cap;
};
