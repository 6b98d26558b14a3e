export const SAFETY_VIEWS = ['open', 'closed', 'log'] as const;
export type SafetyView = (typeof SAFETY_VIEWS)[number];

/** What /safety holds in its address. */
export const safetySearch = (search: Record<string, unknown>): { view?: SafetyView | undefined } => ({
  view: SAFETY_VIEWS.find((view) => view === search.view),
});
