import { isSealedLevel, type SealedLevel } from '#sealing/identity.ts';
import { usage } from '../usage.ts';

/** @throws Failure `usage` for a level that has no keys */
export function readLevel(given: unknown, command: string): SealedLevel {
  if (isSealedLevel(given)) return given;
  throw usage(String(given ?? '<level>'), command);
}
