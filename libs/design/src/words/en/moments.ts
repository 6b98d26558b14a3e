/** When something happens, inside a sentence: the reply pages and Today. */
export const moments = {
  'moment.tonightAt': 'tonight at {time}',
  'moment.onDayAt': 'on {day} at {time}',
  'moment.todayAt': 'today, {time}',
  'moment.tomorrowAt': 'tomorrow, {time}',
  'moment.yesterdayAt': 'yesterday, {time}',
} as const;
