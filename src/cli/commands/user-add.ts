import { z } from 'zod';
import { clearances } from '#access/level.ts';
import { roles } from '#access/viewer.ts';
import { Failure } from '#errors/failure.ts';
import { studioLocales } from '#languages/locales.ts';
import type { Command, Given } from '../command.ts';
import { oneTimePassword } from '../one-time-password.ts';
import { usage } from '../usage.ts';

const locales = z.array(z.enum(studioLocales)).default([]);

const person = z.object({
  email: z.email().toLowerCase(),
  name: z.string().min(1).max(300).optional(),
  role: z.array(z.enum(roles)).default([]),
  translates: locales,
  reviews: locales,
  publishes: locales,
  clearance: z.enum(clearances).default('internal'),
  compartment: z.array(z.string().min(1)).default([]),
  language: z.enum(studioLocales).default('vi'),
});

/** Adds a person. This is also the only way to the first one: the studio has no door for strangers. */
export const userAdd: Command = {
  args: ['email'],
  options: {
    name: { type: 'string' },
    role: { type: 'string', multiple: true },
    translates: { type: 'string', multiple: true },
    reviews: { type: 'string', multiple: true },
    publishes: { type: 'string', multiple: true },
    clearance: { type: 'string' },
    compartment: { type: 'string', multiple: true },
    language: { type: 'string' },
  },
  run: async (given, { config, t }) => {
    const { role, compartment, name, ...read } = readPerson(given);
    const { openStudio } = await import('../open-studio.ts');
    await using studio = await openStudio(config());
    const { payload } = studio;
    const where = { email: { equals: read.email } };
    if ((await payload.count({ collection: 'users', where, overrideAccess: true })).totalDocs > 0) {
      throw new Failure('user-exists', { email: read.email });
    }
    const password = oneTimePassword();
    const data = { ...read, password, name: name ?? read.email, roles: role, compartments: compartment };
    await payload.create({ collection: 'users', overrideAccess: true, data: { ...data, mustChangePassword: true } });
    const login = { email: read.email, password };
    return { data: login, lines: [t('cli:user-added', login)] };
  },
};

function readPerson({ args, options }: Given): z.infer<typeof person> {
  const read = person.safeParse({ ...options, ...args });
  if (read.success) return read.data;
  const [name] = read.error.issues[0]?.path ?? [];
  throw usage(name === 'email' ? String(args.email) : `--${String(name)}`, 'user add', read.error);
}
