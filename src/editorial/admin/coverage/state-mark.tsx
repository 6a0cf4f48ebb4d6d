import type { CellState } from './coverage-state.ts';

/** A shape of its own for each state, so that none is told by its colour alone. */
const shapes: Record<CellState, string> = {
  source: 'M8 1l2 4.5 5 .5-3.7 3.3 1.1 4.9L8 11.7l-4.4 2.5 1.1-4.9L1 6l5-.5z',
  missing: 'M8 2a6 6 0 100 12A6 6 0 008 2zm0 2a4 4 0 110 8 4 4 0 010-8z',
  'in-translation': 'M8 2a6 6 0 100 12A6 6 0 008 2zm0 2v8a4 4 0 010-8z',
  machine: 'M3 3h10v10H3zm2 2v6h6V5z',
  translated: 'M6.3 12.6L1.8 8.1l1.7-1.7 2.8 2.8 6.2-6.2 1.7 1.7z',
  reviewed: 'M4.6 12.4L.4 8.2 2 6.6l2.6 2.6 4.8-4.8L11 6zm4.6 0L7.4 10.6 9 9l.2.2 4.8-4.8L15.6 6z',
  outdated: 'M8 2a6 6 0 016 6h-2.2a3.8 3.8 0 10-1.5 3L8.6 9.4H14V15l-2.1-2.2A6 6 0 118 2z',
  'under-correction': 'M8 1l7.5 13H.5zM7.1 5.5v4.7h1.8V5.5zm0 5.7V13h1.8v-1.8z',
};

/** The state of a language as a sign; its word stands beside it. */
export const StateMark = ({ state }: { state: CellState }) => (
  <svg aria-hidden="true" className="bt-state__mark" viewBox="0 0 16 16">
    <path d={shapes[state]} fill="currentColor" fillRule="evenodd" />
  </svg>
);
