const shape = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d))?$/;

const dayExists = (year: number, month: number, day: number): boolean => {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};

/** Whether a text is an instant (RFC 3339) or a day that exists; 30 February and 25 o'clock do not. */
export const isRealInstant = (text: string): boolean => {
  const parts = shape.exec(text);
  if (!parts) return false;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts
    .slice(1)
    .map((part) => Number(part ?? 0));
  return (
    year >= 1000 &&
    dayExists(year, month, day) &&
    hour < 24 &&
    minute < 60 &&
    second < 60 &&
    !Number.isNaN(Date.parse(text))
  );
};

/** Whether a text is a year, a month or a day that exists: `2018`, `2018-05`, `2018-05-19`. */
export const isRealDay = (text: string): boolean => {
  const parts = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text);
  if (!parts) return false;
  const [year = 0, month = 1, day = 1] = parts.slice(1).map((part) => Number(part ?? 1));
  return dayExists(year, month, day);
};

/** Whether a text names a time zone that this machine knows. */
export const isZone = (text: string): boolean => {
  try {
    return /^[A-Za-z]/.test(text) && new Intl.DateTimeFormat('en', { timeZone: text }) !== undefined;
  } catch {
    return false;
  }
};
