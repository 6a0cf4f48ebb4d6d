/** An audit line of something that was done. */
export interface Told {
  readonly action: string;
  readonly actor: string;
}

/** What the lines of one document say that its marking can be. */
export interface Story {
  /** Whether it is open to everybody: it was published or released, and not marked higher since. */
  readonly isPublic: boolean;
  /** How many times it was marked higher, and lower. */
  readonly raised: number;
  readonly lowered: number;
  /** What no two lines together explain: a fall that nobody else had asked for. */
  readonly wrong: readonly string[];
}

/** Acts after which a request for a lowering is no more. */
const ends = new Set(['withdraw-lowering', 'refuse-lowering', 'lower']);

/** Tells from its lines alone, in order, what became of the marking of a document. */
export const storyOf = (lines: readonly Told[]): Story => {
  const wrong: string[] = [];
  let asked: string | null = null;
  let [isPublic, raised, lowered] = [false, 0, 0];
  for (const { action, actor } of lines) {
    if (action === 'ask-lowering') asked = actor;
    if (action === 'raise') [isPublic, raised] = [false, raised + 1];
    if (action === 'publish' || action === 'release') isPublic = true;
    if (action === 'lower') {
      lowered += 1;
      isPublic = false;
      // What follows another document down has no request of its own
      if (asked !== null && asked === actor) wrong.push(`${actor} lowered what ${asked} had asked to lower`);
    }
    if (ends.has(action)) asked = null;
  }
  return { isPublic, raised, lowered, wrong };
};
