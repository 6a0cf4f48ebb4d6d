export interface Turnstile {
  /**
   * Waits for its turn, then does the work.
   * @param weight of the work; what weighs more than the whole capacity goes alone
   */
  pass<T>(weight: number, work: () => Promise<T>): Promise<T>;
}

export interface TurnstileBounds {
  /** Most weight inside at once. */
  readonly capacity: number;
  /** Most pieces of work inside at once. */
  readonly places: number;
}

/** Lets work in while it fits beside what is inside. Whoever came first goes first, so that nothing heavy waits for ever. */
export function openTurnstile({ capacity, places }: TurnstileBounds): Turnstile {
  const waiting: { readonly weight: number; enter(): void }[] = [];
  let [weightInside, inside] = [0, 0];

  const letIn = (): void => {
    for (let [next] = waiting; next; [next] = waiting) {
      if (inside >= places || weightInside + next.weight > capacity) return;
      waiting.shift();
      inside += 1;
      weightInside += next.weight;
      next.enter();
    }
  };
  const leave = (weight: number): void => {
    inside -= 1;
    weightInside -= weight;
    letIn();
  };

  return {
    pass: async (asked, work) => {
      const weight = Math.min(asked, capacity);
      await new Promise<void>((enter) => {
        waiting.push({ weight, enter });
        letIn();
      });
      try {
        return await work();
      } finally {
        leave(weight);
      }
    },
  };
}
