/** A picture of an album as the page shows it. */
export interface Member {
  readonly id: string;
  readonly title: string;
  readonly isPublic: boolean;
  readonly isShown: boolean;
}

/** Where a picture is put, as the studio's address takes it. */
export type Place = { readonly at: 'front' | 'end' } | { readonly before: string } | { readonly after: string };

/** A step that the buttons of the page offer. */
export type Step = 'front' | 'earlier' | 'later' | 'end';

const asMember = (value: unknown): Member[] => {
  if (!value || typeof value !== 'object' || !('id' in value) || typeof value.id !== 'string') return [];
  const title = 'title' in value && typeof value.title === 'string' ? value.title : value.id.slice(0, 8);
  const isPublic = 'isPublic' in value && value.isPublic === true;
  const isShown = !('isShown' in value) || value.isShown !== false;
  return [{ id: value.id, title, isPublic, isShown }];
};

/** A page of members as the studio answers it. */
export const readPage = (body: unknown): { members: Member[]; next: string | null } => {
  if (!body || typeof body !== 'object') return { members: [], next: null };
  const members = 'members' in body && Array.isArray(body.members) ? body.members.flatMap(asMember) : [];
  return { members, next: 'next' in body && typeof body.next === 'string' ? body.next : null };
};

/** The place to which a step leads; null where there is none. */
export const placeOf = (members: readonly Member[], id: string, step: Step): Place | null => {
  if (step === 'front' || step === 'end') return { at: step };
  const index = members.findIndex((one) => one.id === id);
  const neighbour = members[step === 'earlier' ? index - 1 : index + 1];
  if (index === -1 || !neighbour) return null;
  return step === 'earlier' ? { before: neighbour.id } : { after: neighbour.id };
};

/** The list once a picture stands at a place; one beside which it was to stand and that is gone changes nothing. */
export const moved = (members: readonly Member[], id: string, place: Place): Member[] => {
  const one = members.find((member) => member.id === id);
  const others = members.filter((member) => member.id !== id);
  if (!one) return [...members];
  if ('at' in place) return place.at === 'front' ? [one, ...others] : [...others, one];
  const anchor = others.findIndex((member) => member.id === ('before' in place ? place.before : place.after));
  if (anchor === -1) return [...members];
  return others.toSpliced('before' in place ? anchor : anchor + 1, 0, one);
};
