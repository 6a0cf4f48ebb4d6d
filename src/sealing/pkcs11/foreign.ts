import { Failure } from '#errors/failure.ts';
import { Refused } from './session.ts';
import { answers } from './standard.ts';

/** What a module says of bytes or a tag that do not fit, and of nothing else. */
const clear = new Set<number>([answers.encryptedDataInvalid, answers.encryptedDataLength]);

const isRefusal = (cause: unknown): cause is Refused => cause instanceof Refused && cause.call === 'Decrypt';

/**
 * Opens what was sealed, and tells bytes that are foreign from a token that is not well. The standard leaves it open what a module says of a tag that
 * does not fit: some say the general error, which they say of troubles of their own as well. It counts against the bytes only where
 * the token opens something else at that moment, and those bytes then still not.
 *
 * @param isWell whether the same key opens what it has just sealed
 * @throws Failure `sealed-foreign`; what else was refused, as it was
 */
export const openOrTell = async <T>(open: () => Promise<T>, isWell: () => Promise<boolean>): Promise<T> => {
  const again = async (before: Refused): Promise<T> => {
    if (!(await isWell().catch(() => false))) throw before;
    return open().catch((cause: unknown) => {
      throw isRefusal(cause) && cause.answer === before.answer ? new Failure('sealed-foreign', {}, { cause }) : cause;
    });
  };
  try {
    return await open();
  } catch (cause) {
    if (!isRefusal(cause)) throw cause;
    if (clear.has(cause.answer)) throw new Failure('sealed-foreign', {}, { cause });
    if (cause.answer !== answers.generalError) throw cause;
    return again(cause);
  }
};
