import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { shell } from './router-frame.js';

const settings = createRoute({ getParentRoute: () => shell, path: '/settings' });
const settingsHome = createRoute({
  getParentRoute: () => settings,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/settings/clinic' });
  },
});
const settingsClinic = createRoute({
  getParentRoute: () => settings,
  path: '/clinic',
  component: lazyRouteComponent(() => import('./screens/settings/clinic.js'), 'SettingsClinic'),
});
const settingsLocations = createRoute({
  getParentRoute: () => settings,
  path: '/locations',
  component: lazyRouteComponent(() => import('./screens/settings/locations.js'), 'SettingsLocations'),
});
const settingsHours = createRoute({
  getParentRoute: () => settings,
  path: '/hours',
  component: lazyRouteComponent(() => import('./screens/settings/hours.js'), 'SettingsHours'),
});
const settingsCrisis = createRoute({
  getParentRoute: () => settings,
  path: '/crisis',
  component: lazyRouteComponent(() => import('./screens/settings/crisis.js'), 'SettingsCrisis'),
});
const settingsRosters = createRoute({
  getParentRoute: () => settings,
  path: '/rosters',
  component: lazyRouteComponent(() => import('./screens/settings/rosters.js'), 'SettingsRosters'),
});
const settingsSafety = createRoute({
  getParentRoute: () => settings,
  path: '/safety',
  component: lazyRouteComponent(() => import('./screens/settings/safety.js'), 'SettingsSafety'),
});
const settingsPatterns = createRoute({
  getParentRoute: () => settings,
  path: '/patterns',
  component: lazyRouteComponent(() => import('./screens/settings/patterns.js'), 'SettingsPatterns'),
});
const settingsEmails = createRoute({
  getParentRoute: () => settings,
  path: '/emails',
  component: lazyRouteComponent(() => import('./screens/settings/emails.js'), 'SettingsEmails'),
});
const settingsMeasures = createRoute({
  getParentRoute: () => settings,
  path: '/measures',
  component: lazyRouteComponent(() => import('./screens/settings/measures.js'), 'SettingsMeasures'),
});
const settingsSecurity = createRoute({
  getParentRoute: () => settings,
  path: '/security',
  component: lazyRouteComponent(() => import('./screens/settings/security.js'), 'SettingsSecurity'),
});

/** The settings of the clinic, one page a matter. */
export const settingsRoutes = settings.addChildren([
  settingsHome,
  settingsClinic,
  settingsLocations,
  settingsHours,
  settingsCrisis,
  settingsRosters,
  settingsSafety,
  settingsPatterns,
  settingsEmails,
  settingsMeasures,
  settingsSecurity,
]);
