import type { Payload } from 'payload';
import { studioLocales } from '#languages/locales.ts';
import { oneTimePassword } from '../one-time-password.ts';
import { type Person, signIn } from './studio-door.ts';

/** The people who make the demo content, each with the duties that their part needs and no more. */
export interface Cast {
  readonly editor: Person;
  readonly publisher: Person;
  readonly curator: Person;
  /** Releases what the first one took in. */
  readonly secondCurator: Person;
  readonly officer: Person;
  /** Keeps official names. */
  readonly keeper: Person;
}

const all = [...studioLocales];
const parts = {
  editor: { name: 'Nguyễn Thị Minh An', roles: ['editor', 'translator'], translates: all },
  publisher: { name: 'Trần Quốc Bảo', roles: ['publisher'], publishes: all },
  curator: { name: 'Lê Thu Hà', roles: ['curator'] },
  secondCurator: { name: 'Phạm Gia Huy', roles: ['curator'] },
  officer: { name: 'Võ Thanh Tùng', roles: ['security-officer'], clearance: 'restricted' },
  keeper: { name: 'Đặng Hồng Nhung', roles: ['terminologist'] },
} as const;

const emails: Record<keyof typeof parts, string> = {
  editor: 'editor@benthanh.example',
  publisher: 'publisher@benthanh.example',
  curator: 'curator@benthanh.example',
  secondCurator: 'second-curator@benthanh.example',
  officer: 'security-officer@benthanh.example',
  keeper: 'terminologist@benthanh.example',
};

/**
 * Makes the people of the demo, or takes those that are there, and signs them in with passwords that nobody learns:
 * who wants to be one of them asks for a one-time password (`npx benthanh user password`).
 */
export async function gatherPeople(payload: Payload, key: string): Promise<Cast> {
  const enter = async (part: keyof typeof parts) => signIn(payload, key, await givePassword(payload, part));
  return {
    editor: await enter('editor'),
    publisher: await enter('publisher'),
    curator: await enter('curator'),
    secondCurator: await enter('secondCurator'),
    officer: await enter('officer'),
    keeper: await enter('keeper'),
  };
}

async function givePassword(payload: Payload, part: keyof typeof parts): Promise<{ email: string; password: string }> {
  const email = emails[part];
  const password = oneTimePassword();
  const found = await payload.find({ collection: 'users', where: { email: { equals: email } }, overrideAccess: true });
  const [person] = found.docs;
  const data = { ...parts[part], email, password, mustChangePassword: false };
  if (person === undefined) await payload.create({ collection: 'users', overrideAccess: true, data });
  else await payload.update({ collection: 'users', id: person.id, overrideAccess: true, data });
  return { email, password };
}

/** Locks the door behind them: the passwords that seeding used open nothing any more. */
export async function dismissPeople(payload: Payload): Promise<void> {
  for (const email of Object.values(emails)) {
    const where = { email: { equals: email } };
    const data = { password: oneTimePassword(), mustChangePassword: true };
    await payload.update({ collection: 'users', where, overrideAccess: true, data });
  }
}
