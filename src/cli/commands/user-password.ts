import { Failure } from '#errors/failure.ts';
import type { Command } from '../command.ts';
import { oneTimePassword } from '../one-time-password.ts';

const withoutFactor = 'without-second-factor';

/** Gives a person another one-time password, unlocks them and ends their sessions; where it is asked for, without their second factor. */
export const userPassword: Command = {
  args: ['email'],
  options: { [withoutFactor]: { type: 'boolean' } },
  run: async ({ args, options }, { config, t }) => {
    const email = String(args.email).toLowerCase();
    const { openStudio } = await import('../open-studio.ts');
    await using studio = await openStudio(config());
    const { payload } = studio;
    const found = await payload.find({
      collection: 'users',
      where: { email: { equals: email } },
      overrideAccess: true,
    });
    const [person] = found.docs;
    if (person === undefined) throw new Failure('user-unknown', { email });
    const password = oneTimePassword();
    const data = { password, mustChangePassword: true };
    await payload.update({ collection: 'users', id: person.id, overrideAccess: true, data });
    const { forgetTries } = await import('#editorial/people/sessions/tries.ts');
    await forgetTries(payload, email);
    if (options[withoutFactor] === true) {
      const { forgetFactors } = await import('#editorial/people/factors/forget-factors.ts');
      await forgetFactors(payload, String(person.id));
    }
    return { data: { email, password }, lines: [t('cli:user-password-set', { email, password })] };
  },
};
