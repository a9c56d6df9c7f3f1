/** One of the forms of REDIS_URL: `redis(s)://`, a unix socket, `sentinel://.../master`, or several for Cluster. */
export const isRedisUrl = (text: string): boolean =>
  text.startsWith('/') ||
  /^unix:(\/\/)?\//.test(text) ||
  /^sentinel:\/\/(:[^@]*@)?[^/@\s]+\/[^/\s]+$/.test(text) ||
  text.split(',').every((part) => /^rediss?:\/\/\S+$/.test(part.trim()) && URL.canParse(part.trim()));
