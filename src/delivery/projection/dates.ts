const missing = { 4: ['-01-01', '-12-31'], 7: ['-01', '-31'], 10: ['', ''] } as const;

/**
 * First and last day that a date known to the year, month or day can mean, as `YYYY-MM-DD`. They are compared as text,
 * so that every month may end on a 31st.
 */
export const daysOf = (date: string | null): { from: string | null; to: string | null } => {
  if (date === null) return { from: null, to: null };
  const [first, last] = missing[date.length as keyof typeof missing] ?? missing[10];
  return { from: date + first, to: date + last };
};
