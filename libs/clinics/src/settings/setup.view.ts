import type { SetupStepCode } from './setup.rules.js';

/** One thing a clinic needs before its clients can rely on it. */
export class SetupStepView {
  code!: SetupStepCode;
  done!: boolean;
}

/** How far setting up has come. */
export class SetupView {
  steps!: SetupStepView[];
  /** Null while the clinic is being set up. */
  setUpAt!: string | null;
}
