import crypto from 'node:crypto';

/** What Payload derives each password with. */
const usual = 600_000;

const derive = crypto.pbkdf2;

/**
 * Passwords of studios within this process are derived in a hundredth of the steps, as tests of other frameworks do: a run makes
 * and signs in well over a thousand people. That the number is the usual one is what a test of signing in sees, whose spy stands
 * in front of this; installations, which are processes of their own, know nothing of it.
 */
crypto.pbkdf2 = (password, salt, iterations, ...rest) =>
  derive(password, salt, iterations === usual ? usual / 100 : iterations, ...rest);
