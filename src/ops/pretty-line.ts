import { prettyFactory } from 'pino-pretty';

/** A log line for a person at a terminal. */
export const prettyLine: (line: string) => string = prettyFactory({
  colorize: true,
  ignore: 'pid,hostname',
  translateTime: 'HH:MM:ss.l',
});
