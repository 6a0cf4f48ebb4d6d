import { type Shown, shownIn } from './shown-by.ts';

/** One row of docs/asvs.md. */
export interface AsvsRow {
  readonly number: string;
  readonly level: number;
  readonly asked: string;
  readonly state: string;
  readonly why: string;
  readonly shown: readonly Shown[];
}

/** The rows of all tables whose first cell is a number such as `1.2.10`. */
export const readAsvsTable = (page: string): AsvsRow[] =>
  [...page.matchAll(/^\| (\d+\.\d+\.\d+) \|(.*)\|$/gm)].map(([, number = '', rest = '']) => {
    const [level, asked = '', state = '', why = '', shown = ''] = rest.split('|').map((cell) => cell.trim());
    return { number, level: Number(level), asked, state, why, shown: shownIn(shown) };
  });
