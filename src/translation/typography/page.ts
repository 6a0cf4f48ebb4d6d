import { type Content, isRun, type Piece } from '../content.ts';

/** A place for one UTF-16 unit of the text as it was typed. Everything that is set later stands in one of these. */
interface Cell {
  readonly piece: number;
  readonly typed: string;
  /** Where it stands in the plain text; an unknown object takes no room there. */
  readonly at: number;
  readonly fixed: boolean;
}

/** Text under work. Each unit knows from which cell it comes, so that codes stay where they are whatever is put in or taken out. */
export interface Page {
  readonly cells: readonly Cell[];
  readonly text: string;
  /** Cell of each unit of `text`. */
  readonly origins: readonly number[];
  /** Rule that last changed a cell. */
  readonly rules: ReadonlyMap<number, RuleName>;
}

export type RuleName =
  | 'apostrophe'
  | 'quotation-marks'
  | 'ellipsis'
  | 'space-before-mark'
  | 'space-in-quotes'
  | 'full-width'
  | 'no-space'
  | 'dash';

/** `text[start, end)` becomes `after`. Never empty, so that there is always a cell to stand in. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly after: string;
  readonly rule: RuleName;
}

/** What stands for an object that nobody can look into: neither a space nor a letter. */
const object = '\ufffc';

const shownAs = { break: '\n', tab: '\t', object } as const;

const unitsOf = (piece: Piece): string => {
  if (isRun(piece)) return piece.text;
  return piece.code === 'single' ? shownAs[piece.kind] : '';
};

const cellsOf = (content: Content): Cell[] => {
  const cells: Cell[] = [];
  const open = new Set<string>();
  let at = 0;
  content.forEach((piece, index) => {
    if (!isRun(piece) && piece.code === 'open' && piece.kind === 'code') open.add(piece.id);
    if (!isRun(piece) && piece.code === 'close') open.delete(piece.id);
    const units = unitsOf(piece);
    for (let place = 0; place < units.length; place += 1) {
      const typed = units[place] ?? '';
      cells.push({ piece: index, typed, at, fixed: !isRun(piece) || open.size > 0 });
      if (isRun(piece) || typed !== object) at += 1;
    }
  });
  return cells;
};

export const openPage = (content: Content): Page => {
  const cells = cellsOf(content);
  const text = cells.map(({ typed }) => typed).join('');
  return { cells, text, origins: cells.map((_, index) => index), rules: new Map() };
};

/** @param edits in order, none over another, none of what is fixed */
export const applyEdits = (page: Page, edits: readonly Edit[]): Page => {
  const units: string[] = [];
  const origins: number[] = [];
  const rules = new Map(page.rules);
  let from = 0;
  const keep = (until: number): void => {
    for (; from < until; from += 1) {
      units.push(page.text[from] ?? '');
      origins.push(page.origins[from] ?? 0);
    }
  };
  for (const { start, end, after, rule } of edits) {
    keep(start);
    const home = page.origins[start] ?? 0;
    for (let place = 0; place < after.length; place += 1) {
      units.push(after[place] ?? '');
      origins.push(home);
    }
    for (; from < end; from += 1) rules.set(page.origins[from] ?? 0, rule);
  }
  keep(page.text.length);
  return { cells: page.cells, text: units.join(''), origins, rules };
};

/** What each cell now holds. */
export const setCells = ({ cells, text, origins }: Page): string[] => {
  const held = cells.map(() => '');
  origins.forEach((cell, at) => {
    held[cell] = `${held[cell]}${text[at]}`;
  });
  return held;
};
