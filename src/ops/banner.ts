export interface BannerFacts {
  readonly address: string;
  /** A file, or TELLAL_API_TOKEN. */
  readonly tokenPlace: string;
  readonly redis:
    | { readonly kind: 'given'; readonly url: string }
    | { readonly kind: 'private' | 'embedded' | 'joined'; readonly url: string; readonly program: string };
}

/** What a person at the terminal sees once everything runs. Names where the token is, never the token. */
export const printBanner = ({ address, tokenPlace, redis }: BannerFacts): string =>
  [
    '',
    `  Tellal is ready on ${address}`,
    '',
    `  Log in     with the token: ${tokenPlace.includes('/') ? `cat ${tokenPlace}` : `in ${tokenPlace}`}`,
    '  Try it     npx tellal push docs/sample-article.json',
    `  See it     ${address}/channels`,
    `  Redis      ${describeRedis(redis)}`,
    ...(redis.kind === 'embedded'
      ? ['', '  ! In memory only: every delivery is forgotten at the end, and only preview channels are served.']
      : []),
    '',
    '',
  ].join('\n');

const describeRedis = (redis: BannerFacts['redis']): string => {
  switch (redis.kind) {
    case 'given':
      return 'as REDIS_URL says';
    case 'private':
      return `a private ${redis.program}: ${redis.url}`;
    case 'joined':
      return `the ${redis.program} of another process here: ${redis.url}`;
    case 'embedded':
      return `embedded, because there is no redis-server here: ${redis.url}`;
  }
};
