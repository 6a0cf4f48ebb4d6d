import { plainText } from '../content.ts';
import type { Alignable } from './segment.ts';

/**
 * Which segments of two languages belong together where nobody has said so: in the order of both, by field, role, length and
 * the figures in them (after Gale and Church, Computational Linguistics 19:1, 1993, with one to one or alone as the only
 * steps).
 * @returns pairs of indexes
 */
export function alignLanguages(source: readonly Alignable[], target: readonly Alignable[]): [number, number][] {
  const ratio = ratioOf(source, target);
  const ones = source.map((segment) => traitsOf(segment, 1));
  const others = target.map((segment) => traitsOf(segment, ratio));
  const width = others.length + 1;
  const best = new Float64Array((ones.length + 1) * width);
  for (let one = 0; one <= ones.length; one++) {
    for (let other = 0; other <= others.length; other++) {
      if (one === 0 && other === 0) continue;
      const [here, there] = [ones[one - 1], others[other - 1]];
      const skip = Math.max(
        here ? (best[(one - 1) * width + other] ?? 0) : Number.NEGATIVE_INFINITY,
        there ? (best[one * width + other - 1] ?? 0) : Number.NEGATIVE_INFINITY,
      );
      const pair = here && there ? (best[(one - 1) * width + other - 1] ?? 0) + gain(here, there) : skip;
      best[one * width + other] = Math.max(skip, pair);
    }
  }
  return path(best, ones, others);
}

interface Traits {
  readonly kind: string;
  /** Natural logarithm of its length, as the other language would have it. */
  readonly length: number;
  readonly figures: ReadonlySet<string>;
}

const traitsOf = ({ field, role, content }: Alignable, ratio: number): Traits => {
  const text = plainText(content);
  return {
    kind: `${field}|${role}`,
    length: Math.log(text.length * ratio + 3),
    figures: new Set(text.match(/\d+/g)),
  };
};

/** How much longer a segment of one language is than one of the other. Means: a part that is missing must not make a language look terse. */
function ratioOf(ones: readonly Alignable[], others: readonly Alignable[]): number {
  const mean = (segments: readonly Alignable[]) =>
    segments.reduce((sum, { content }) => sum + plainText(content).length, 0) / (segments.length || 1);
  return mean(others) === 0 ? 1 : mean(ones) / mean(others);
}

/** What a pair is worth; not above zero where the two are better left alone. */
function gain(one: Traits, other: Traits): number {
  if (one.kind !== other.kind) return Number.NEGATIVE_INFINITY;
  return 1.2 - Math.abs(one.length - other.length) + figuresIn(one.figures, other.figures);
}

function figuresIn(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size + other.size === 0) return 0;
  let common = 0;
  for (const figure of one) if (other.has(figure)) common++;
  return (1.5 * common) / (one.size + other.size - common) - 0.4;
}

function path(best: Float64Array, ones: readonly Traits[], others: readonly Traits[]): [number, number][] {
  const width = others.length + 1;
  const pairs: [number, number][] = [];
  let [one, other] = [ones.length, others.length];
  while (one > 0 && other > 0) {
    const here = best[one * width + other] ?? 0;
    if (here === best[(one - 1) * width + other]) one--;
    else if (here === best[one * width + other - 1]) other--;
    else pairs.unshift([--one, --other]);
  }
  return pairs;
}
