import { type SealedLevel, sealedLevels } from '../identity.ts';

/** One key of a level, by its place in the order of that level’s keys. */
export interface KeyName {
  readonly level: SealedLevel;
  readonly generation: number;
}

/** The label that a key of a level has in a token: people see it in the tools of the token, too. */
export const keyLabel = ({ level, generation }: KeyName): string => `benthanh ${level} ${generation}`;

/** The key that a label means; null for an object of somebody else, which is never touched. */
export function readKeyLabel(label: string): KeyName | null {
  const [, word, number] = /^benthanh ([a-z_]+) ([1-9]\d{0,8})$/.exec(label) ?? [];
  const level = sealedLevels.find((one) => one === word);
  return level === undefined ? null : { level, generation: Number(number) };
}
