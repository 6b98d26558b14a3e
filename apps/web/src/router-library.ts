import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shell, text } from './router-frame.js';
import { librarySearch } from './screens/library/library-search.js';

const withFrom = (search: Record<string, unknown>): { from?: string } => ({ from: text(search.from) });
const library = createRoute({
  getParentRoute: () => shell,
  path: '/library',
  validateSearch: librarySearch,
  component: lazyRouteComponent(() => import('./screens/library/library.js'), 'Library'),
});
const newPrompt = createRoute({
  getParentRoute: () => shell,
  path: '/library/new',
  validateSearch: withFrom,
  component: lazyRouteComponent(() => import('./screens/library/new-prompt.js'), 'NewPrompt'),
});
const prompt = createRoute({
  getParentRoute: () => shell,
  path: '/library/$templateId',
  component: lazyRouteComponent(() => import('./screens/library/prompt.js'), 'Prompt'),
});
const planTemplates = createRoute({
  getParentRoute: () => shell,
  path: '/plan-templates',
  component: lazyRouteComponent(() => import('./screens/plan-templates/plan-templates.js'), 'PlanTemplates'),
});
const newPlanTemplate = createRoute({
  getParentRoute: () => shell,
  path: '/plan-templates/new',
  validateSearch: withFrom,
  component: lazyRouteComponent(
    () => import('./screens/plan-templates/new-plan-template.js'),
    'NewPlanTemplate',
  ),
});
const planTemplate = createRoute({
  getParentRoute: () => shell,
  path: '/plan-templates/$templateId',
  component: lazyRouteComponent(() => import('./screens/plan-templates/plan-template.js'), 'PlanTemplate'),
});

/** The prompt library and the plan templates. */
export const libraryRoutes = [
  library,
  newPrompt,
  prompt,
  planTemplates,
  newPlanTemplate,
  planTemplate,
] as const;
