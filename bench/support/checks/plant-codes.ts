import type { Content } from '#translation/content.ts';
import type { TextPair } from './parallel-texts.ts';
import type { Plant } from './plant.ts';

/** Two codes around parts of a text. */
const coded = (text: string): Content => {
  const [first, second] = [Math.floor(text.length / 3), Math.floor((2 * text.length) / 3)];
  return [
    { code: 'open', id: '1', kind: 'bold' },
    { text: text.slice(0, first) },
    { code: 'close', id: '1' },
    { text: text.slice(first, second) },
    { code: 'open', id: '2', kind: 'link', address: 'https://hochiminhcity.gov.vn' },
    { text: text.slice(second) },
    { code: 'close', id: '2' },
  ];
};

const plant = (name: string, change: (content: Content) => Content): Plant => ({
  name,
  isFact: false,
  checks: ['codes'],
  into: (pair: TextPair) => {
    const [source, target] = [coded(pair.source), coded(pair.target)];
    return { before: { source, target }, after: { source, target: change(target) } };
  },
});

const isOf = (id: string) => (piece: Content[number]) => 'code' in piece && piece.id === id;

/** Mistakes with inline codes. */
export const codePlants: readonly Plant[] = [
  plant('a code lost', (content) => content.filter((piece) => !isOf('2')(piece))),
  plant('a code doubled', (content) => [...content, ...content.filter(isOf('1'))]),
  plant('codes crossed', ([open, text, close, between, ...rest]) =>
    open && text && close && between ? [open, text, between, ...rest.slice(0, 1), close, ...rest.slice(1)] : [],
  ),
];
