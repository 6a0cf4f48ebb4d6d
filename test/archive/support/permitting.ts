import type { Where } from 'payload';
import { type Database, type Studio, startStudio } from '../../support/studio.ts';
import { openToCommands } from './bagging.ts';

const cleared = () => ({ clearance: 'restricted' as const, compartments: ['harbour', 'metro'] });

/** Somebody who asks for copies and somebody who permits them, at the doors of the studio, both cleared for all that it may hold. */
export const openPermitting = async (studio: Studio) => {
  const asker = await studio.person('curator', { ...cleared(), name: 'Bình' });
  const officer = await studio.person('security-officer', { ...cleared(), name: 'Lan' });
  const markingOf = async (id: string): Promise<string> => {
    const where: Where = { subjectId: { equals: id } };
    const found = await studio.payload.db.findOne<{ id: string }>({ collection: 'markings', where });
    return String(found?.id);
  };
  const asked = { locale: 'vi', copies: 1, purpose: 'Gửi lưu trữ', recipient: 'Lưu trữ Thành phố' };
  return {
    ...{ asker, officer, markingOf },
    /** As options of `archive bag`. */
    as: ['--as', asker.email] as const,
    /** Permits copies of pictures or albums. @returns the permissions */
    async permit(ids: readonly string[], more: object = {}): Promise<string[]> {
      await officer.post('/api/account/prove', { proof: officer.password });
      const permissions: string[] = [];
      for (const id of ids) {
        const at = `/api/markings/${await markingOf(id)}`;
        const { permission } = (await asker.post(`${at}/ask-copy`, { ...asked, ...more })).body;
        const granted = await officer.post(`${at}/grant-copy`, { permission });
        if (granted.status !== 200) throw new Error(JSON.stringify(granted.body));
        permissions.push(permission);
      }
      return permissions;
    },
    async register(query = '') {
      return (await officer.get(`/api/copy-register${query}`)).body.copies;
    },
  };
};

/** A studio that commands find, with the two of them. */
export const startPermitting = async (database: Database) => {
  const studio = await startStudio({ database });
  await openToCommands(studio);
  return { studio, permitting: await openPermitting(studio) };
};
