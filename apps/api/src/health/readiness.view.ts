type Answer = 'up' | 'behind' | 'down';

/** May requests be sent here? `behind`: migrations wait to be run. */
export class ReadinessView {
  status!: 'ready' | 'not-ready';
  database!: Answer;
  migrations!: Answer;
  queue!: Answer;
}
