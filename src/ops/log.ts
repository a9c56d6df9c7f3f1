import pino, { type LevelWithSilent, type Logger } from 'pino';
import { createMask, maskLine } from './redact.ts';

interface LogOptions {
  readonly level: LevelWithSilent;
  /** For a person at a terminal, see pretty-line.ts; otherwise one JSON object a line. */
  readonly format?: (line: string) => string;
  /** Masked wherever they appear. */
  readonly secrets: readonly string[];
  /** Standard output unless given. */
  readonly destination?: { write(line: string): unknown };
}

/** A logger out of which no secret comes: its finished lines are masked, whatever was put into them. */
export const createLog = ({ level, format, secrets, destination = openStandardOutput() }: LogOptions): Logger => {
  const mask = createMask(secrets);
  const write = (line: string): void => {
    const masked = maskLine(line, mask);
    destination.write(format ? format(masked) : masked);
  };
  return pino({ level, timestamp: pino.stdTimeFunctions.isoTime, formatters: { level: nameLevel } }, { write });
};

const nameLevel = (label: string) => ({ level: label });

// Synchronous, so that the last words of a crash are not lost.
const openStandardOutput = () => pino.destination({ fd: 1, sync: true });
