/** The five-step taps: never a number on a screen. Step 1 comes first; `crowded` 5 is the fullest life. */
export const checkIns = {
  'checkIn.ease': 'Ease',
  'checkIn.energy': 'Energy',
  'checkIn.sleep': 'Sleep',
  'checkIn.crowded': 'How crowded life is',

  'checkIn.ask.ease': 'How does right now feel?',
  'checkIn.ask.energy': 'How is your energy?',
  'checkIn.ask.sleep': 'How was last night’s sleep?',
  'checkIn.ask.crowded': 'How crowded is life just now?',

  'checkIn.ease.1': 'heavy',
  'checkIn.ease.2': 'a bit heavy',
  'checkIn.ease.3': 'in between',
  'checkIn.ease.4': 'fairly light',
  'checkIn.ease.5': 'light',

  'checkIn.energy.1': 'tired',
  'checkIn.energy.2': 'a bit tired',
  'checkIn.energy.3': 'in between',
  'checkIn.energy.4': 'fairly awake',
  'checkIn.energy.5': 'awake',

  'checkIn.sleep.1': 'restless',
  'checkIn.sleep.2': 'a bit restless',
  'checkIn.sleep.3': 'in between',
  'checkIn.sleep.4': 'fairly rested',
  'checkIn.sleep.5': 'rested',

  'checkIn.crowded.1': 'lots of room',
  'checkIn.crowded.2': 'some room',
  'checkIn.crowded.3': 'in between',
  'checkIn.crowded.4': 'crowded',
  'checkIn.crowded.5': 'swamped',
} as const;
