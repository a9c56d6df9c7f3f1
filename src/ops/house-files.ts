/** What a house keeps on disk, below the folder it is started in. */
export const redisDir = 'var/redis';
export const tokenFile = 'var/api-token';
