import type { Answer, Caller } from '../../support/studio-caller.ts';
import { type Hands, keep, type Living, ofKind, type Parts, save } from './living.ts';

type Collecting = 'collect' | 'describe' | 'put-in' | 'take-out' | 'put-first' | 'open-album';

/** What people do with albums of a life. */
export const albumHands = ({ token }: Parts, all: Living[]): Pick<Hands, Collecting> => {
  const idAt = (kind: 'images' | 'albums', at: number | null): string | undefined =>
    at === null ? undefined : ofKind(all, kind, at)?.id;
  const album = async (at: number, act: (one: Living) => Promise<Answer>) => {
    const one = ofKind(all, 'albums', at);
    return one ? act(one) : null;
  };
  const onMember = (of: number, picture: number, who: Caller, way: string, told: (image: string) => object) => {
    const image = idAt('images', picture);
    return image === undefined
      ? Promise.resolve(null)
      : album(of, ({ id }) => who.post(`/api/albums/${id}/members${way}`, told(image)));
  };
  return {
    collect: async ({ picture }, who) => {
      const [word, image] = [token(), idAt('images', picture)];
      const text = { title: word, description: word };
      const made = keep(all, 'albums', word, await who.post('/api/albums?locale=vi&depth=0', text));
      const id = made.body.doc?.id;
      if (id && image) await who.post(`/api/albums/${id}/members`, { images: [image] });
      return made;
    },
    describe: ({ of, locale, picture, within }, who) =>
      album(of, (one) => {
        const [cover, above] = [idAt('images', picture), idAt('albums', within)];
        const text = { title: `${one.token} ${locale}`, ...(cover && { cover }), ...(above && { within: above }) };
        return save(who, one, locale, text);
      }),
    'put-in': ({ of, picture }, who) => onMember(of, picture, who, '', (image) => ({ images: [image] })),
    'take-out': ({ of, picture }, who) => onMember(of, picture, who, '/remove', (image) => ({ images: [image] })),
    'put-first': ({ of, picture }, who) => onMember(of, picture, who, '/move', (image) => ({ image, at: 'front' })),
    'open-album': ({ of }, who) => album(of, ({ id }) => who.post(`/api/albums/${id}/release`)),
  };
};
