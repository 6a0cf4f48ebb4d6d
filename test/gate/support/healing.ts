import { expect } from 'vitest';
import type { Studio } from '../../support/studio.ts';
import { comparable, type Gatehouse, openGatehouse } from './gatehouse.ts';
import { bodyOf, linkTo, paragraph, pictureOf } from './lexical.ts';
import type { Newsroom } from './newsroom.ts';

/** Documents that hang together, ways to change all of them at once, and the comparison with a gate that nobody disturbs. */
export interface Healing {
  readonly ids: Readonly<Record<'topic' | 'image' | 'first' | 'second', string>>;
  /** A few writes of every kind, so that every turn changes something. @returns what each of them is a hint to */
  edits(): Promise<[string, string][]>;
  editWithHints(): Promise<void>;
  /** Writes once more where something is withheld, so that all of it may be public. */
  openAll(): Promise<void>;
  /** What a gate that nobody disturbs makes of the studio as it is now is what stands in the feed, and nothing was said twice. */
  healed(): Promise<void>;
}

export const openHealing = async (studio: Studio, room: Newsroom, house: Gatehouse): Promise<Healing> => {
  const topic = await room.topic('River');
  const image = await room.image('Ferry');
  const second = await room.article({ titles: { vi: 'Second' } });
  const body = { vi: bodyOf(paragraph(linkTo('articles', second, 'the second')), pictureOf(image, 'On board')) };
  const first = await room.article({ titles: { vi: 'First', en: 'The first' }, topics: [topic], body });
  await house.pass();
  let turn = 0;

  const edits = async (): Promise<[string, string][]> => {
    turn += 1;
    const odd = turn % 2 === 1;
    await room.write('topics', topic, { name: { vi: `River ${turn}` } });
    await room.write('articles', first, {
      summary: { vi: `Turn ${turn}` },
      _status: { vi: 'published', en: odd ? 'draft' : 'published' },
    });
    await room.write('articles', second, { title: { vi: `Second ${turn}` } });
    await room.mark('articles', second, odd ? 'internal' : 'public');
    await room.mark('images', image, odd ? 'internal' : 'public');
    return [
      ['topics', topic],
      ['articles', first],
      ['articles', second],
      ['images', image],
    ];
  };

  return {
    ids: { topic, image, first, second },
    edits,
    editWithHints: async () => {
      for (const hint of await edits()) await room.hint(...hint);
    },
    openAll: async () => {
      if (turn % 2 === 1) await edits();
    },
    healed: async () => {
      const other = await openGatehouse(studio);
      await other.pass();
      expect(comparable(await house.live())).toEqual(comparable(await other.live()));
      expect(await house.redundant()).toBe(0);
    },
  };
};
