import { type Content, isRun, type OpenCode, type SingleCode } from '../content.ts';

type Code = OpenCode | SingleCode;

const codesOf = (content: Content): Code[] =>
  content.filter((piece): piece is Code => !isRun(piece) && piece.code !== 'close');

const addressOf = (code: Code): string | undefined => (code.code === 'open' ? code.address : undefined);

/** How sure it is that two codes are the same, from the surest on. All want the same kind. */
const likenesses: readonly ((a: Code, b: Code) => boolean)[] = [
  (a, b) => addressOf(a) === addressOf(b) && a.id === b.id,
  (a, b) => addressOf(a) !== undefined && addressOf(a) === addressOf(b),
  (a, b) => a.id === b.id,
  () => true,
];

/**
 * Which id each code of the target has in the source: the code of its kind with the same address and id, else with the same address (a
 * link), else with the same id, else the next one of its kind that is left. A code that the source does not have gets a number
 * behind all of the source's.
 * @returns ids of the source by ids of the target
 */
export function numbersAfter(source: Content, target: Content): ReadonlyMap<string, string> {
  const free = codesOf(source);
  const ids = new Map<string, string>();
  const codes = codesOf(target);
  for (const isLike of likenesses) {
    for (const code of codes) {
      if (ids.has(code.id)) continue;
      const found = free.findIndex((other) => other.kind === code.kind && isLike(other, code));
      const [taken] = found < 0 ? [] : free.splice(found, 1);
      if (taken) ids.set(code.id, taken.id);
    }
  }
  let last = Math.max(0, ...codesOf(source).map(({ id }) => Number(id) || 0));
  for (const { id } of codes) if (!ids.has(id)) ids.set(id, String(++last));
  return ids;
}

/** The target with its codes numbered after the source's, so that equal ids are the same code. */
export function matchCodes(source: Content, target: Content): Content {
  const ids = numbersAfter(source, target);
  return target.map((piece) => (isRun(piece) ? piece : { ...piece, id: ids.get(piece.id) ?? piece.id }));
}

/** Ids of codes that are not as they should be; all empty where nothing is wrong. */
export interface CodeFaults {
  /** In the source, not in the target. */
  readonly missing: readonly string[];
  /** In the target, not in the source, or there of another kind. */
  readonly added: readonly string[];
  /** More than once in the target. */
  readonly doubled: readonly string[];
  /** Ends in the target before it begins, never ends, or ends within another one. */
  readonly crossed: readonly string[];
}

/** What is wrong with the codes of a target whose codes are numbered after its source (`matchCodes`). */
export function codeFaults(source: Content, target: Content): CodeFaults {
  const kinds = new Map(codesOf(source).map(({ id, kind }) => [id, kind]));
  const found = codesOf(target);
  const ids = found.map(({ id }) => id);
  return {
    missing: [...kinds.keys()].filter((id) => !ids.includes(id)),
    added: unique(found.filter(({ id, kind }) => kinds.get(id) !== kind).map(({ id }) => id)),
    doubled: unique(ids.filter((id, index) => ids.indexOf(id) !== index)),
    crossed: crossed(target),
  };
}

const unique = (ids: readonly string[]): string[] => [...new Set(ids)];

function crossed(content: Content): string[] {
  const open: string[] = [];
  const wrong: string[] = [];
  for (const piece of content) {
    if (isRun(piece) || piece.code === 'single') continue;
    if (piece.code === 'open') open.push(piece.id);
    else if (open.at(-1) === piece.id) open.pop();
    else {
      wrong.push(piece.id);
      const begun = open.lastIndexOf(piece.id);
      if (begun >= 0) open.splice(begun, 1);
    }
  }
  return unique([...wrong, ...open]);
}
