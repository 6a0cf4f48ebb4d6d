/** What a translator does without the mouse. Each has one key that no browser or input method of ours uses for typing. */
export const deeds = [
  'confirm',
  'down',
  'up',
  'needs',
  'copy',
  'keep',
  'suggestion',
  'term',
  'undo',
  'plain',
  'help',
  'leave',
] as const;
export type Deed = (typeof deeds)[number];

/** Keys as people read them; `1` stands for any figure. */
export const keyNames: Record<Deed, string> = {
  confirm: 'Ctrl+Enter',
  down: 'Alt+↓',
  up: 'Alt+↑',
  needs: 'Alt+N',
  copy: 'Alt+C',
  keep: 'Alt+K',
  suggestion: 'Alt+1…9',
  term: 'Alt+T',
  undo: 'Alt+Z',
  plain: 'Alt+P',
  help: 'Alt+H',
  leave: 'Esc',
};

interface Pressed {
  readonly code: string;
  readonly key: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}

/** By the place of the key on the keyboard, so that it is the same under every layout and input method. */
const withAlt: Readonly<Record<string, Deed>> = {
  ArrowDown: 'down',
  ArrowUp: 'up',
  KeyN: 'needs',
  KeyC: 'copy',
  KeyK: 'keep',
  KeyT: 'term',
  KeyZ: 'undo',
  KeyP: 'plain',
  KeyH: 'help',
};

/** What a key asks for; `figure` of a suggestion counts from one. Null: it is typed. */
export const deedOf = (pressed: Pressed): { readonly deed: Deed; readonly figure?: number } | null => {
  const { code, key, altKey, ctrlKey, metaKey, shiftKey } = pressed;
  if (code === 'Enter' && (ctrlKey || metaKey)) return { deed: 'confirm' };
  if (key === 'Escape') return { deed: 'leave' };
  if (!altKey || ctrlKey || metaKey || shiftKey) return null;
  const figure = /^(?:Digit|Numpad)([1-9])$/.exec(code)?.[1];
  if (figure) return { deed: 'suggestion', figure: Number(figure) };
  const deed = withAlt[code];
  return deed ? { deed } : null;
};
