type PlainAct = 'toggle' | 'all' | 'none' | 'undo' | 'decide' | 'open' | 'help';

/** What a key means in the queue. */
export type KeyAct =
  | { readonly do: 'move'; readonly by: number; readonly extends: boolean }
  | { readonly do: 'row'; readonly by: number; readonly extends: boolean }
  | { readonly do: PlainAct }
  | { readonly do: 'level'; readonly at: number };

interface Pressed {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

const steps: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowLeft: -1,
  j: 1,
  k: -1,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};
const rows: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 4, PageUp: -4 };
const acts: Readonly<Record<string, PlainAct>> = {
  ' ': 'toggle',
  x: 'toggle',
  Escape: 'none',
  u: 'undo',
  Enter: 'decide',
  o: 'open',
  '?': 'help',
};

/** Reads a key; null where it means nothing here and belongs to the browser. */
export const readKey = ({ key, shiftKey, ctrlKey, metaKey, altKey }: Pressed): KeyAct | null => {
  const name = key.length === 1 ? key.toLowerCase() : key;
  if (ctrlKey || metaKey || altKey) return name === 'a' && !altKey ? { do: 'all' } : null;
  if (steps[name] !== undefined) return { do: 'move', by: steps[name], extends: shiftKey };
  if (rows[name] !== undefined) return { do: 'row', by: rows[name], extends: shiftKey };
  if (acts[name] !== undefined) return { do: acts[name] };
  return /^[1-9]$/.test(name) ? { do: 'level', at: Number(name) - 1 } : null;
};
