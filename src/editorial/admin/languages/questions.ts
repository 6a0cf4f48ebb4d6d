/** Asks the same thing for many, with as few questions as will do. */
export interface Questions<Answer> {
  /** The answer to a question that may have been asked already. For those who only want to show something. */
  shared(key: string): Promise<Answer>;
  /** The answer to a question that is asked after this call. For those who have just changed something. */
  fresh(key: string): Promise<Answer>;
}

/**
 * One question about each key at a time, so that no older answer comes in after a newer one.
 * @param ask never rejects
 */
export const openQuestions = <Answer>(ask: (key: string) => Promise<Answer>): Questions<Answer> => {
  const underWay = new Map<string, Promise<Answer>>();
  const next = new Map<string, Promise<Answer>>();
  const shared = (key: string): Promise<Answer> => {
    const asked = underWay.get(key);
    if (asked) return asked;
    const asking = ask(key).finally(() => underWay.delete(key));
    underWay.set(key, asking);
    return asking;
  };
  const after = async (key: string, earlier: Promise<Answer>): Promise<Answer> => {
    await earlier;
    next.delete(key);
    return shared(key);
  };
  const fresh = (key: string): Promise<Answer> => {
    const earlier = underWay.get(key);
    if (!earlier) return shared(key);
    const waiting = next.get(key) ?? after(key, earlier);
    next.set(key, waiting);
    return waiting;
  };
  return { shared, fresh };
};
