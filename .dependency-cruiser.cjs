/**
 * The rooms of libs/, lowest first: a room imports only rooms before it. The rules below derive from this array.
 */
const ROOMS = [
  'platform',
  'design',
  'audit',
  'clinics',
  'clients',
  'measures',
  'plans',
  'sessions',
  'prompts',
  'reflections',
  'threads',
  'safety',
  'course',
  'briefs',
];

const PRODUCT = '^(apps/(api|worker)/src|libs|migrations)/';
/** Specs, and what stands beside them for them alone. */
const SPEC =
  '(\\.spec\\.tsx?|\\.test-support\\.ts|\\.victim\\.[cm]?[jt]s|/schedule-(arbitraries|examples|life|model)\\.ts)$';

const roomOrder = ROOMS.slice(0, -1).map((room, index) => ({
  name: `room-order-${room}`,
  comment: `${room} stands below ${ROOMS.slice(index + 1).join(', ')} and may not know them.`,
  severity: 'error',
  from: { path: `^libs/${room}/`, pathNot: SPEC },
  to: { path: `^libs/(${ROOMS.slice(index + 1).join('|')})/` },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...roomOrder,
    {
      name: 'every-room-has-a-place',
      comment: 'A new folder in libs/ is first given its place in ROOMS.',
      severity: 'error',
      from: { path: `^libs/(?!(${ROOMS.join('|')})/)` },
      to: {},
    },
    {
      name: 'every-import-resolves',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'apps-never-import-each-other',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'libs-never-import-apps',
      severity: 'error',
      from: { path: '^(libs|migrations)/' },
      to: { path: '^apps/' },
    },
    {
      name: 'console-shares-design-alone',
      comment: 'The console talks to the API by its OpenAPI document; from libs it takes words and tokens.',
      severity: 'error',
      from: { path: '^apps/web/' },
      to: { path: '^libs/', pathNot: '^libs/design/' },
    },
    {
      name: 'rules-are-pure',
      comment:
        'A rule imports rules, types (who acts is one), temporal-polyfill and otplib (arithmetic, too): no database, no clock, no framework.',
      severity: 'error',
      from: { path: '\\.rules\\.ts$' },
      to: {
        pathNot:
          '(\\.rules\\.ts|\\.types\\.ts)$|^libs/platform/src/actor\\.ts$|^node_modules/(temporal-polyfill|otplib)/',
      },
    },
    {
      name: 'product-does-not-import-tests',
      severity: 'error',
      from: { path: PRODUCT, pathNot: SPEC },
      to: { path: `^test/|${SPEC}` },
    },
    {
      name: 'product-needs-no-dev-package',
      comment: 'What runs in production must be in dependencies.',
      severity: 'error',
      from: { path: PRODUCT, pathNot: SPEC },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-barrels',
      comment: 'Import the file, not a list of files.',
      severity: 'error',
      from: {},
      to: { path: '^(apps|libs|test)/.*/index\\.tsx?$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|\\.data|coverage)/' },
    tsPreCompilationDeps: true,
    webpackConfig: { fileName: 'tools/lib/room-resolver.cjs' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.d.ts', '.js', '.mjs', '.cjs', '.json', '.css'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      exportsFields: ['exports'],
    },
  },
};
