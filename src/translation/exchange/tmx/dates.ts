/** `20261127T033000Z` of an instant (TMX 1.4b, 2.3). */
export const writeTmxDate = (instant: string): string =>
  new Date(instant).toISOString().replace(/[-:]/g, '').replace(/\.\d+/, '');

/** @returns an instant, or undefined where the date is none */
export const readTmxDate = (text: string | undefined): string | undefined => {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text?.trim() ?? '');
  if (!parts) return undefined;
  const [year, month, day, hour, minute, second] = parts.slice(1);
  const date = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
};
