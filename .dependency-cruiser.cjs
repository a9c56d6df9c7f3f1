// Who may import whom, as docs/architecture.md has it; checked by `npm run check`.
const swc = require('@swc/core');

// The cruiser gives every file to the parser as .ts, to which a tag is a broken cast: .tsx files are announced here.
const { parseFileSync } = swc;
swc.parseFileSync = (file, options) => parseFileSync(file, { ...options, tsx: file.endsWith('.tsx') });

// The files directly in src/ put the house together, save a step that is one file. Only they may import everything.
const entryPoints = '^src/(?!(ingest|compose|route|deliver|record)\\.ts$)[^/]+\\.ts$';

// A room of the house is a folder or, while it is small, a file: src/route/ or src/route.ts.
const room = (path) => `^${path}(/|\\.tsx?$)`;
const article = room('src/article');

/** In `path`, only itself and `allowed` may be imported; packages are another rule's matter. */
const only = (path, ...allowed) => ({
  name: `${path.replace(/^src\//, '')}-imports-its-own`,
  severity: 'error',
  from: { path: room(path) },
  to: { path: '^(src|queues|config)/', pathNot: [room(path), ...allowed] },
});

module.exports = {
  forbidden: [
    only('src/article'),
    ...['src/ingest', 'src/compose', 'src/route', 'src/deliver', 'src/record'].map((step) => only(step, article)),
    only('src/llm', article),
    only('src/desk', article, room('src/ingest'), room('src/compose'), room('src/route')),
    ...['src/cli', 'src/web', 'src/bot'].map((door) => only(door, article, room('src/desk'))),
    // The outer side of the ports of deliver and record.
    only('src/ops', article, room('src/(deliver|record)'), room('queues'), room('config')),
    only('queues', article),
    only('config', article),
    {
      name: 'channels-import-the-port',
      severity: 'error',
      from: { path: '^src/channels/([^/]+)/' },
      to: {
        path: '^(src|queues|config)/',
        pathNot: [article, '^src/deliver/channel\\.ts$', '^src/channels/$1/'],
      },
    },
    {
      name: 'no-room-without-a-rule',
      comment: 'a new folder under src/ needs its line here and in docs/architecture.md',
      severity: 'error',
      from: {},
      to: {
        path: '^src/',
        pathNot: [
          entryPoints,
          room('src/(article|ingest|compose|llm|route|deliver|record|desk|web|bot|cli|ops)'),
          '^src/channels/(telegram|whatsapp|preview)/',
        ],
      },
    },
    {
      name: 'the-house-does-not-lean-on-its-scaffold',
      severity: 'error',
      from: { path: '^(src|queues|config)/' },
      to: { path: '^(test|bench|scripts)/' },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'pure-steps',
      comment: 'compose and route know no clock, no randomness, no network and no disk',
      severity: 'error',
      from: { path: [room('src/compose'), room('src/route')] },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?(url|util)$' },
    },
    {
      name: 'no-packages-in-the-core',
      severity: 'error',
      from: {
        path: ['article', 'route', 'deliver', 'record', 'desk', 'cli', 'channels/preview'].map((name) =>
          room(`src/${name}`),
        ),
      },
      to: { path: 'node_modules/' },
    },
    {
      name: 'telegram-knows-one-package',
      severity: 'error',
      from: { path: '^src/channels/telegram/' },
      to: { path: 'node_modules/', pathNot: 'node_modules/telegraf/' },
    },
    {
      name: 'whatsapp-knows-one-package',
      severity: 'error',
      from: { path: '^src/channels/whatsapp/' },
      to: { path: 'node_modules/', pathNot: 'node_modules/(whatsapp-web\\.js|puppeteer(-core)?)/' },
    },
    {
      name: 'redis-only-in-queues',
      comment: 'whoever needs Redis is handed a port',
      severity: 'error',
      from: { path: '^src/', pathNot: [entryPoints, room('src/ops')] },
      to: { path: 'node_modules/(bullmq|ioredis|js-redis-server)/' },
    },
    {
      name: 'no-development-packages',
      severity: 'error',
      from: { path: '^(src|queues|config)/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'nothing-unresolved',
      comment: 'an import that is not found is one that no rule sees',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
