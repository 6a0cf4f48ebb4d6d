/** The zone whose calendar says which name is right: that of the city. */
const zone = 'Asia/Ho_Chi_Minh';
const calendar = new Intl.DateTimeFormat('en-CA', {
  timeZone: zone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The day of an instant in the city: `2026-11-27`. Names change at its midnight. */
export const cityDay = (instant: Date): string => calendar.format(instant);
