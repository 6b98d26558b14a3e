/** A figure the project set itself. */
export interface Goal {
  name: string;
  atLeast: number;
  stretch: number;
  /** Which way is better. */
  better: 'more' | 'less';
  unit?: string;
  digits?: number;
}

export const GOALS = {
  submit: { name: 'submit a reflection ÷ 4-trip floor', atLeast: 0.6, stretch: 0.85, better: 'more' },
  brief: { name: 'open a brief ÷ one-call floor', atLeast: 0.5, stretch: 0.8, better: 'more' },
  briefGrown: { name: 'brief p99, many answers ÷ 10,000', atLeast: 1.3, stretch: 1.1, better: 'less' },
  submitTrips: { name: 'round trips of a submit', atLeast: 2, stretch: 1, better: 'less', digits: 1 },
  briefTrips: { name: 'round trips of a brief', atLeast: 2, stretch: 1, better: 'less', digits: 1 },
  dispatchRedis: { name: 'dispatch ÷ nodemailer, Redis', atLeast: 0.5, stretch: 1, better: 'more' },
  dispatchPostgres: { name: 'dispatch ÷ nodemailer, PostgreSQL', atLeast: 0.4, stretch: 1, better: 'more' },
  apiMemory: {
    name: 'resident memory idle, API',
    atLeast: 180,
    stretch: 130,
    better: 'less',
    unit: 'MB',
    digits: 0,
  },
  workerMemory: {
    name: 'resident memory idle, worker',
    atLeast: 180,
    stretch: 130,
    better: 'less',
    unit: 'MB',
    digits: 0,
  },
  firstStart: {
    name: 'start to first page, first',
    atLeast: 10,
    stretch: 5,
    better: 'less',
    unit: 's',
    digits: 1,
  },
  secondStart: {
    name: 'start to first page, second',
    atLeast: 5,
    stretch: 3,
    better: 'less',
    unit: 's',
    digits: 1,
  },
} as const satisfies Record<string, Goal>;

export type GoalName = keyof typeof GOALS;

/** One figure beside its goal; a measurement that is void meets nothing. */
export interface Reached {
  goal: GoalName;
  value: number;
  isVoid?: boolean;
}

export function verdictOn({ goal, value, isVoid = false }: Reached): string {
  const { atLeast, stretch, better }: Goal = GOALS[goal];
  if (isVoid) return 'void: the floor itself varied too much';
  if (Number.isNaN(value)) return 'not measured';
  const reaches = (limit: number) => (better === 'more' ? value >= limit : value <= limit);
  if (reaches(stretch)) return 'met, stretch too';
  return reaches(atLeast) ? 'met' : 'NOT MET';
}
