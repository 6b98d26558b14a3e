/** A clinician went through a safety plan with the client. */
export class SafetyPlanView {
  /** ISO instant. */
  madeAt!: string;
  madeByName!: string;
}

/** At most 200, newest first: `next` is always null. */
export class SafetyPlanListView {
  items!: SafetyPlanView[];
  next!: string | null;
}
