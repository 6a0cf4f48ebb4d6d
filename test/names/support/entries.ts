import type { StudioLocale } from '#languages/locales.ts';
import type { TermForm, TermStatus } from '#translation/terms/concept.ts';
import type { Answer } from '../../support/studio-caller.ts';
import type { Person } from '../../support/studio-people.ts';

/** A form as a save takes it. */
export const form = (
  locale: StudioLocale,
  term: string,
  status: TermStatus = 'approved',
  more: Partial<TermForm> = {},
) => ({ locale, term, status, ...more });

/** Makes an entry in somebody's name and gives its id. */
export const enter = async (keeper: Person, forms: readonly object[], kind = 'place'): Promise<string> => {
  const made = await keeper.post('/api/concepts', { kind, forms });
  if (made.status !== 201) throw new Error(`no entry: ${made.status} ${JSON.stringify(made.body)}`);
  return made.body.doc.id;
};

/** Saves the forms of an entry anew, as somebody who has just looked. */
export const change = async (keeper: Person, id: string, forms: readonly object[]): Promise<Answer> => {
  const { revision } = (await keeper.get(`/api/concepts/${id}`)).body;
  return keeper.patch(`/api/concepts/${id}`, { forms, revision });
};
