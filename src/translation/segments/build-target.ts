import type { Content } from '../content.ts';
import { contentOf } from './content-of.ts';
import { hasWords } from './extract.ts';
import { isWithin, type Mirror } from './mirror.ts';
import { mirrorBox, mirrorFields } from './mirror-fields.ts';
import type { FieldShape } from './shape.ts';
import type { Visit } from './slots.ts';
import { type Sentence, say, tell } from './told-from.ts';
import { walkFields } from './walk-fields.ts';

export interface TargetParts {
  /** Both documents as they are read in one language, without any fallback. */
  readonly source: unknown;
  readonly target: unknown;
  readonly shape: readonly FieldShape[];
  /** Where segments of the source stand in the target now: paths there by paths of the source. */
  readonly pairs: ReadonlyMap<string, string>;
  /** What segments of the source shall say in the target, by their path in the source, codes numbered after the source's. */
  readonly contents: ReadonlyMap<string, Content>;
  /** Paths in the source of what the target leaves out. */
  readonly leftOut?: ReadonlySet<string>;
  /** Paths in the target of what shall go, such as what belongs to a paragraph that the source has no more. */
  readonly dropped?: ReadonlySet<string>;
}

/**
 * The target built after the structure of its source: each segment at the place that it has there. Paragraphs, list items and
 * boxes that are not translated, and those left out, are missing; cells that are not are empty; pictures stay. What only the target has stays
 * behind what it stood behind. Segments without a new content keep their very nodes, with the links that they have.
 */
export function buildTarget(parts: TargetParts): unknown {
  const source = sentencesOf(parts.source, parts.shape);
  const target = sentencesOf(parts.target, parts.shape);
  const mirror = mirrorOf(parts, source, target);
  return mirrorFields({ value: parts.source, path: '' }, { value: parts.target, path: '' }, parts.shape, mirror);
}

type Sentences = ReadonlyMap<string, Sentence>;

/** Everything that has words, by its path. */
function sentencesOf(document: unknown, shape: readonly FieldShape[]): Sentences {
  const found = new Map<string, Sentence>();
  const visit: Visit = {
    plain: ({ path }, value) => {
      if (typeof value === 'string' && value.trim() !== '') found.set(path, value);
      return value;
    },
    rich: ({ path }, nodes) => {
      if (hasWords(contentOf(nodes).content)) found.set(path, nodes);
      return nodes;
    },
  };
  walkFields(document, shape, { visit, path: '', field: '', depth: 0, locale: undefined });
  return found;
}

function mirrorOf({ pairs, contents, leftOut, dropped }: TargetParts, source: Sentences, target: Sentences): Mirror {
  const isToldAt = (path: string): boolean => {
    if (leftOut?.has(path)) return false;
    const content = contents.get(path);
    return content ? hasWords(content) : target.has(pairs.get(path) ?? '');
  };
  const told = [...source.keys()].filter(isToldAt);
  const used = new Set([
    ...[...pairs].flatMap(([path, there]) => (source.has(path) ? [there] : [])),
    ...(dropped ?? []),
  ]);
  const own = [...target.keys()].filter((path) => !used.has(path));
  const isTold = atOrAbove(told);
  return {
    isTold,
    hasWords: atOrAbove([...source.keys()]),
    saysAt: atOrAbove(own),
    tell: (path, nodes) =>
      isTold(path) ? tell(nodes, contents.get(path), target.get(pairs.get(path) ?? '') ?? []) : null,
    say: (path) => (isTold(path) ? say(contents.get(path), target.get(pairs.get(path) ?? '') ?? '') : null),
    childFor: (path, within) =>
      childFor(
        told.filter((one) => isWithin(one, path)),
        within,
        pairs,
      ),
    own: ownMirror(target, own),
    into: mirrorBox,
  };
}

/** Whether one of some paths is a path or lies below it. */
function atOrAbove(paths: readonly string[]): (path: string) => boolean {
  const above = new Set<string>(paths.length > 0 ? [''] : []);
  for (const path of paths) {
    for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1)) above.add(path.slice(0, end));
  }
  return (path) => above.has(path);
}

/** The child of a place of the target that holds the first of these segments. */
function childFor(told: readonly string[], within: string, pairs: ReadonlyMap<string, string>): string | null {
  for (const path of told) {
    const there = pairs.get(path);
    if (there === undefined || there === within || !isWithin(there, within)) continue;
    return there.slice(within === '' ? 0 : within.length + 1).split('/')[0] ?? null;
  }
  return null;
}

/** The target as its own source, told only where it says what the source does not. */
function ownMirror(target: Sentences, own: readonly string[]): Mirror {
  const isTold = atOrAbove(own);
  return {
    isTold,
    hasWords: atOrAbove([...target.keys()]),
    tell: (path, nodes) => (isTold(path) ? nodes : null),
    say: (path) => (isTold(path) ? say(undefined, target.get(path) ?? '') : null),
    saysAt: () => false,
    childFor: () => null,
    own: null,
    into: mirrorBox,
  };
}
