import { Failure } from '#errors/failure.ts';
import type { Command } from '../command.ts';
import { oneTimePassword } from '../one-time-password.ts';

/** Gives a person another one-time password, unlocks them and ends their sessions. */
export const userPassword: Command = {
  args: ['email'],
  options: {},
  run: async ({ args }, { config, t }) => {
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
    const data = { password, mustChangePassword: true, loginAttempts: 0, lockUntil: null, sessions: [] };
    await payload.update({ collection: 'users', id: person.id, overrideAccess: true, data });
    return { data: { email, password }, lines: [t('cli:user-password-set', { email, password })] };
  },
};
