/** URLs of one database on the run's PostgreSQL, one for each role that may sign in. */
export interface DatabaseUrls {
  adminUrl: string;
  ownerUrl: string;
  appUrl: string;
}

export const TEMPLATE_NAME = 'throughline_template';

/** @throws Error outside a run whose global set-up started PostgreSQL */
export function urlsOf(databaseName: string): DatabaseUrls {
  const admin = new URL(fromRun('TEST_PG_ADMIN_URL'));
  admin.pathname = `/${databaseName}`;
  return {
    adminUrl: admin.href,
    ownerUrl: as(admin, 'throughline_owner', fromRun('TEST_PG_OWNER_PASSWORD')),
    appUrl: as(admin, 'throughline_app', fromRun('TEST_PG_APP_PASSWORD')),
  };
}

function as(base: URL, role: string, password: string): string {
  const url = new URL(base.href);
  url.username = role;
  url.password = password;
  return url.href;
}

function fromRun(key: string): string {
  const value = process.env[key];
  if (!value)
    throw new Error(`${key} is not set: PostgreSQL runs for *.int.spec.ts and for specs below test/`);
  return value;
}
