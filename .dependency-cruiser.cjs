// The import rules of docs/architecture.md, checked by `npm run check`.
const only = (name, from, to, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { path: '^(src|queues|config)/', pathNot: to },
});

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    only('article-imports-nothing', '^src/article/', '^src/article/', 'the words stand alone'),
    only('ingest-only-article', '^src/ingest/', '^src/(article|ingest)/'),
    only('compose-only-article', '^src/compose/', '^src/(article|compose)/'),
    only('route-only-article', '^src/route/', '^src/(article|route)/'),
    only('deliver-only-article', '^src/deliver/', '^src/(article|deliver)/'),
    only('record-only-article', '^src/record/', '^src/(article|record)/'),
    only('channels-only-port', '^src/channels/([^/]+)/', '^src/(article/|deliver/channel\\.ts|channels/$1/)'),
    only('queues-never-steps', '^queues/', '^(queues/|src/article/)'),
    only('config-never-steps', '^config/', '^(config/|src/article/)'),
    only('doors-only-desk', '^src/(web|bot)/', '^src/(web|bot|desk|article)/'),
    {
      name: 'pure-steps',
      comment: 'compose and route know no clock, no network and no disk',
      severity: 'error',
      from: { path: '^src/(compose|route)/' },
      to: { path: '^(node:)?(fs|net|http|https|dns|child_process|timers|worker_threads)|node_modules/(undici|bullmq|ioredis)' },
    },
    {
      name: 'redis-only-in-queues',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(ops|worker|console)' },
      to: { path: 'node_modules/(bullmq|ioredis)' },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
  },
};
