/** When something happens, inside a sentence of the reply pages. */
export const moments = {
  'moment.tonightAt': 'tonight at {time}',
  'moment.onDayAt': 'on {day} at {time}',
} as const;
