import type { Studio } from '../../support/studio.ts';
import type { Marked, Office } from './lowering.ts';

/** Makes one picture stand behind another one, as a merger does. */
export const sameDocument = async ({ payload }: Studio, kept: Marked, behind: Marked): Promise<void> => {
  await payload.db.updateOne({ collection: 'images', id: behind.id, data: { mergedInto: kept.id } as never });
};

type Forgery = readonly [what: string, attempt: () => Promise<unknown>];

/** Ways to bring something lower that are none: by people at every door, and by programs of ours past the rules. */
export const forgeriesOf = (office: Office, one: Marked, open: Marked): readonly Forgery[] => {
  const { payload } = office.studio;
  const { officer, second, editor, curator, publisher } = office.people;
  const lower = { level: 'internal', compartments: [], seal: 'internal|' };
  const path = `/api/${one.collection}/${one.id}`;
  const past = { collection: 'markings', id: one.marking, overrideAccess: true } as const;
  const asked = async () => (await office.requests(one)).at(-1)?.id ?? 'none';
  const update = async (data: object, context: Record<string, unknown> = {}) =>
    payload.update({ ...past, data: data as never, context });
  return [
    ['raising to less', () => office.raise(one, { level: 'internal' })],
    ['raising without its compartments', () => office.raise(one, { compartments: [] })],
    ['writing the marking', () => officer.patch(`/api/markings/${one.marking}`, lower)],
    ['writing it by a dotted name', () => second.patch(`/api/markings/${one.marking}`, { 'history.0.to': 'internal' })],
    ['deleting the marking', () => officer.delete(`/api/markings/${one.marking}`)],
    [
      'making another one',
      () => officer.post('/api/markings', { ...lower, subjectType: one.collection, subjectId: one.id }),
    ],
    ['leading the document to another marking', () => editor.patch(`${path}?locale=vi`, { marking: open.marking })],
    ['the same by a curator', () => curator.patch(`${path}?locale=vi`, { marking: open.marking })],
    ['copying it', () => editor.post(`${path}/duplicate?locale=vi`)],
    ['publishing it', () => publisher.post(`${path}/publish`, { locale: 'vi' })],
    ['releasing it', () => curator.post('/api/images/release', { ids: [one.id] })],
    ['a program that writes the marking', () => update(lower)],
    ['a program that says that it was agreed', async () => update(lower, { loweringAgreed: await asked() })],
    ['a program that names another document', () => update({ subjectId: open.id })],
    [
      'a program that leads the document to another marking',
      () =>
        payload.update({
          ...{ collection: one.collection, id: one.id, locale: 'vi', overrideAccess: true },
          data: { marking: open.marking } as never,
        }),
    ],
  ];
};
