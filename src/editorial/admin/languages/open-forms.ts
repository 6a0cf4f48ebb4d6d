/** What a form tells about itself while it is on the page. */
export interface OpenForm {
  /** Whether something is typed that is not stored yet. */
  modified: () => boolean;
  /** Resolves to false when nothing was stored: the person has to look first. */
  save: () => Promise<boolean>;
}

/** In the order in which they came: a form in a drawer after the one that lies under it. */
const openForms = new Set<OpenForm>();

/**
 * Makes a form known to the parts of the page that stand outside it.
 * @returns what takes it off again.
 */
export const announceForm = (form: OpenForm): (() => void) => {
  openForms.add(form);
  return () => openForms.delete(form);
};

/**
 * Stores what is typed in every form on the page, the uppermost first.
 * @returns `nothing` when nothing was typed, `refused` when one of them could not be stored.
 */
export const saveOpenForms = async (): Promise<'nothing' | 'stored' | 'refused'> => {
  const typed = [...openForms].reverse().filter((form) => form.modified());
  for (const form of typed) {
    if (!(await form.save())) return 'refused';
  }
  return typed.length > 0 ? 'stored' : 'nothing';
};
