/** Controls that Payload draws as a picture alone, or names in English: where they are, and the word of ours that names them. */
export const controlNames: readonly (readonly [selector: string, key: string])[] = [
  ['.toolbar-popup__dropdown-add', 'insert'],
  ['.toolbar-popup__dropdown-blocks', 'blocks'],
  ['.toolbar-popup__dropdown-text', 'paragraph'],
  ['.toolbar-popup__button-bold', 'bold'],
  ['.toolbar-popup__button-italic', 'italic'],
  ['.toolbar-popup__button-underline', 'underline'],
  ['.toolbar-popup__button-strikethrough', 'strikethrough'],
  ['.toolbar-popup__button-subscript', 'subscript'],
  ['.toolbar-popup__button-superscript', 'superscript'],
  ['.toolbar-popup__button-inlineCode', 'code'],
  ['.toolbar-popup__button-link', 'link'],
  ['.draggable-block-menu', 'drag'],
  ['.add-block-menu', 'addBelow'],
  ['.link-edit', 'editLink'],
  ['.link-trash', 'removeLink'],
  ['.insert-paragraph-at-end', 'paragraphAtEnd'],
  ['.LexicalEditorTheme__block__removeButton', 'removeBlock'],
  ['.nav__mobile-close', 'closeMenu'],
];

/** Inputs that stand in a field whose label does not reach them: choices among documents, and rich text. */
export const unlabelled = '.field-type [role=combobox], .field-type [role=textbox]';

/** Name of the field in which a control stands, without its marks: `Chủ đề`, not `Chủ đề *`. */
export const fieldNameOf = (control: Element): string | undefined => {
  const label = control.closest('.field-type')?.querySelector('.field-label');
  const [words] = [...(label?.childNodes ?? [])].filter((node) => node.nodeType === Node.TEXT_NODE);
  return words?.textContent?.trim() || undefined;
};
