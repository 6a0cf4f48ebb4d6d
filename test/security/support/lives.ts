import { openComparer } from '#editorial/archive/look-alikes/comparer.ts';
import { bodyOf, completeText } from '../../support/lexical.ts';
import { jpegOf, pictureForm, texturedPicture } from '../../support/pictures.ts';
import type { Answer } from '../../support/studio-caller.ts';
import type { Person } from '../../support/studio-people.ts';
import type { Road } from '../../whole-road/support/road.ts';
import { albumHands } from './album-hands.ts';
import { importedPicture } from './imported-picture.ts';
import type { CastName, Step } from './life-steps.ts';
import { type Hands, keep, type Living, ofKind, type Parts, pick, save } from './living.ts';
import { officeIn } from './lowering.ts';

/** What there is in one life, and the hands that change it. */
export interface Life {
  readonly all: Living[];
  take(step: Step): Promise<Answer | null>;
}

/** People of every clearance, and a studio in which they do whatever comes. */
export const openLives = async (road: Road) => {
  const { studio } = road;
  const office = await officeIn(studio);
  const people: Readonly<Record<CastName, Person>> = {
    ...office.people,
    outsider: await studio.person(['editor', 'curator', 'publisher', 'security-officer'], {
      ...{ clearance: 'restricted', compartments: ['metro'], name: 'Khoa' },
    }),
  };
  const comparer = openComparer(studio.payload);
  let count = 0;
  const token = (): string => {
    count += 1;
    return `đời${String(count).padStart(5, '0')}x`;
  };
  return { office, people, begin: (): Life => lifeIn({ road, office, people, comparer, token }) };
};

const lifeIn = (parts: Parts): Life => {
  const all: Living[] = [];
  const hands = {
    ...writingHands(parts, all),
    ...pictureHands(parts, all),
    ...albumHands(parts, all),
    ...officeHands(parts, all),
  };
  return {
    all,
    take: (step) => {
      const hand = hands[step.act] as (step: Step, who: Person) => Promise<Answer | null>;
      return hand(step, parts.people[step.who]);
    },
  };
};

type Writing =
  | 'write'
  | 'edit'
  | 'embed'
  | 'duplicate'
  | 'copy-to-language'
  | 'restore'
  | 'review'
  | 'publish'
  | 'unpublish'
  | 'delete';

const texts = ['articles', 'events'] as const;
const times = { startsAt: '2026-11-30T10:00:00Z', endsAt: '2026-11-30T12:00:00Z' };

const writingHands = ({ token }: Parts, all: Living[]): Pick<Hands, Writing> => {
  const pictureAt = (at: number | null) => (at === null ? [] : [ofKind(all, 'images', at)?.id ?? []].flat());
  const written = async (
    at: number,
    act: (one: Living) => Promise<Answer>,
    kinds: readonly Living['collection'][] = texts,
  ) => {
    const one = ofKind(all, kinds, at);
    return one ? act(one) : null;
  };
  return {
    write: async ({ kind, picture }, who) => {
      const [word, [cover]] = [token(), pictureAt(picture)];
      const text = { ...completeText(word), ...(cover && { cover }), ...(kind === 'events' && times) };
      return keep(all, kind, word, await who.post(`/api/${kind}?locale=vi&depth=0`, text));
    },
    edit: ({ of, locale, picture }, who) =>
      written(of, (one) => save(who, one, locale, completeText(`${one.token} ${locale}`, pictureAt(picture)))),
    embed: ({ of, picture }, who) =>
      written(of, (one) =>
        save(who, one, 'vi', { body: bodyOf([one.token], pictureAt(picture)), cover: pictureAt(picture)[0] }),
      ),
    duplicate: ({ of }, who) =>
      written(of, async (one) =>
        // The words of the copy are those of the original: they are looked for together
        keep(
          all,
          one.collection,
          one.token,
          await who.post(`/api/${one.collection}/${one.id}/duplicate?locale=vi&depth=0`),
        ),
      ),
    'copy-to-language': ({ of, locale }, who) =>
      written(of, async (one) => {
        const { body } = await who.get(`/api/${one.collection}/${one.id}?draft=true&depth=0&locale=vi`);
        return save(who, one, locale, { title: body.title, summary: body.summary, body: body.body });
      }),
    restore: ({ of, version, locale }, who) =>
      written(
        of,
        async (one) => {
          const { body } = await who.get(
            `/api/${one.collection}/versions?where[parent][equals]=${one.id}&depth=0&limit=10`,
          );
          const found = pick((body.docs ?? []) as { id: string }[], version);
          return who.post(`/api/${one.collection}/versions/${found?.id ?? one.id}?locale=${locale}`, {});
        },
        [...texts, 'albums'],
      ),
    review: ({ of, locale, how }, who) =>
      written(of, (one) => who.post(`/api/${one.collection}/${one.id}/review`, { locale, action: how })),
    publish: ({ of, locale }, who) =>
      written(of, (one) => who.post(`/api/${one.collection}/${one.id}/publish`, { locale })),
    unpublish: ({ of, locale }, who) =>
      written(of, (one) => who.post(`/api/${one.collection}/${one.id}/unpublish`, { locale })),
    delete: ({ of }, who) => written(of, (one) => who.delete(`/api/${one.collection}/${one.id}`), [...texts, 'albums']),
  };
};

const rights = 'http://creativecommons.org/licenses/by/4.0/';

const pictureHands = (
  { road, comparer, token, people }: Parts,
  all: Living[],
): Pick<Hands, 'crop' | 'upload' | 'import' | 'merge' | 'part' | 'release'> => {
  let last = 0;
  const drawn = () => Number.parseInt(token().slice(3, 8), 10);
  const bytesOf = async (alike: boolean) => {
    // The same motif in another size is another record of one picture
    if (!alike) last = drawn();
    return jpegOf(texturedPicture(last, 600 + 8 * all.length, 400), 70);
  };
  const pairs = async (who: Person) =>
    ((await who.get('/api/images/look-alikes')).body.pairs ?? []) as { id: string; pictures: { id: string }[] }[];
  const revisionOf = async (id: string) => (await people.curator.get(`/api/images/${id}?depth=0`)).body.revision ?? 0;
  return {
    upload: async ({ alike }, who) => {
      const word = token();
      const form = pictureForm(await bytesOf(alike), { title: word, alt: word, credit: 'Lan', rights });
      return keep(
        all,
        'images',
        word,
        await who.send('/api/images/upload?locale=vi&depth=0', { method: 'POST', body: form }),
      );
    },
    import: async () => {
      const word = token();
      const made = await importedPicture(road.studio, await bytesOf(false), {
        title: word,
        alt: word,
        credit: 'Lan',
        rights,
      });
      all.push({ collection: 'images', ...made, token: word });
      return null;
    },
    crop: async ({ of, box }, who) => {
      const one = ofKind(all, 'images', of);
      return one ? save(who, one, 'vi', { crops: { '1:1': { ...box, width: 0.4, height: 0.6 } } }) : null;
    },
    merge: async (_, who) => {
      await comparer.round();
      const own = (await pairs(who)).find(({ pictures }) =>
        pictures.every(({ id }) => all.some((one) => one.id === id)),
      );
      const kept = own?.pictures[0]?.id;
      if (!own || !kept) return null;
      return who.post(`/api/images/look-alikes/${own.id}/merge`, { keep: kept, revision: await revisionOf(kept) });
    },
    part: async (_, who) => {
      const { body } = await who.get('/api/images/look-alikes?state=merged');
      const [pair] = (body.pairs ?? []) as { id: string }[];
      return pair ? who.post(`/api/images/look-alikes/${pair.id}/undo`, {}) : null;
    },
    release: async ({ of }, who) => {
      const one = ofKind(all, 'images', of);
      return one ? who.post('/api/images/release', { ids: [one.id] }) : null;
    },
  };
};

const officeHands = (
  { office }: Parts,
  all: Living[],
): Pick<Hands, 'raise' | 'ask' | 'agree' | 'refuse' | 'take-back'> => {
  const on = async (at: number, act: (one: Living) => Promise<Answer>) => {
    const one = pick(all, at);
    return one ? act(one) : null;
  };
  return {
    raise: ({ of, level, compartments }, who) => on(of, (one) => office.raise(one, { level, compartments }, who)),
    ask: ({ of, level, compartments }, who) => on(of, (one) => office.ask(one, { level, compartments }, who)),
    agree: ({ of }, who) => on(of, (one) => office.agree(one, who)),
    refuse: ({ of }, who) => on(of, (one) => office.answer(one, 'refuse', who)),
    'take-back': ({ of }, who) => on(of, (one) => office.answer(one, 'take-back', who)),
  };
};
