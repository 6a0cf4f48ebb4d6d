/** How a moment is chosen and written: day before month and twenty-four hours, as in the lists. */
export const dayAndTime = {
  pickerAppearance: 'dayAndTime',
  displayFormat: 'dd/MM/yyyy HH:mm',
  timeFormat: 'HH:mm',
} as const;
