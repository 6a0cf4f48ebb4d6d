/** Longest texts of an entry, in UTF-16 units. */
export const longestForm = {
  term: 300,
  traditional: 300,
  reason: 1000,
  note: 1000,
  source: 500,
  definition: 4000,
  validFrom: 10,
  validUntil: 10,
} as const;

/** Ids of concepts, as files may bring them: letters, figures and a few marks. */
export const conceptId = /^[\p{L}\p{N}][\p{L}\p{N}._:-]{0,63}$/u;

/** Whether a text is a day that exists: `2026-11-27`. */
export const isDay = (text: string): boolean => {
  if (!/^[1-9]\d{3}-\d\d-\d\d$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
};

/** Whether there is anything in a form that a text could be searched for. */
export const isName = (term: string): boolean => /[\p{L}\p{N}]/u.test(term);
