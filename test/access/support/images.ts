import type { Level } from '#access/level.ts';
import { pictureBytes, pictureForm } from '../../support/pictures.ts';
import type { Studio } from '../../support/studio.ts';
import type { Answer } from '../../support/studio-caller.ts';
import { nowhere, stockDoors, type Things } from './doors.ts';
import type { Asker } from './everyone.ts';

const upload = async (who: Asker): Promise<Answer> => {
  const body = pictureForm(await pictureBytes(), { title: 'Bến phà' });
  return who.send('/api/images/upload?locale=vi&depth=0', { method: 'POST', body });
};

/** Whoever has a part in a deletion is told that it takes two, which is no less a refusal. */
const asForbidden = (answer: Answer): Answer =>
  answer.body.code === 'deletion-two-steps' ? { ...answer, body: { ...answer.body, code: 'forbidden' } } : answer;

/** Images without a description: a release of one is refused for what it lacks, after the right to release it. */
export const images = async ({ payload }: Studio, curator: Asker): Promise<Things<string>> => {
  const { master, thumbhash } = (await upload(curator)).body.doc;
  return {
    none: nowhere,
    make: async (level: Level) => {
      const data = { title: `Bến phà ${level}` } as never;
      const context = { taken: { master, thumbhash } };
      const made = await payload.create({ collection: 'images', locale: 'vi', depth: 0, data, context });
      const { id, marking } = made as unknown as { id: string; marking: string };
      await payload.update({ collection: 'markings', id: marking, data: { level } as never });
      return id;
    },
    create: upload,
    doors: (who, id) => [
      ...stockDoors(who, 'images', id),
      ['read', () => who.get(`/api/images/${id}/file`)],
      ['read', () => who.get(`/api/images/${id}/embedded`)],
      ['release', () => who.post('/api/images/release', { ids: [id] })],
      ['read', () => who.get(`/api/images/${id}/deletion`)],
      ['read', () => who.get(`/api/images/${id}/uses`)],
      ['ask-deletion', () => who.post(`/api/images/${id}/deletion/ask`, { reason: 'x' })],
      ['confirm-deletion', () => who.post(`/api/images/${id}/deletion/confirm`, { request: 'x' })],
      ['hold', () => who.post(`/api/images/${id}/hold`, { reason: 'x' })],
      ['hold', () => who.post(`/api/images/${id}/hold/lift`, { reason: 'x' })],
      ['delete', async () => asForbidden(await who.delete(`/api/images/${id}`))],
    ],
  };
};
