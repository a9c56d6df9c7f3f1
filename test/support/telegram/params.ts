import type { Upload } from './multipart.ts';
import { badRequest } from './refusal.ts';

/** What a request carries, whatever its encoding. */
export interface Params {
  readonly values: Readonly<Record<string, unknown>>;
  readonly files: ReadonlyMap<string, Upload>;
}

export const hasParam = ({ values }: Params, name: string): boolean =>
  values[name] !== undefined && values[name] !== null && values[name] !== '';

/** A text parameter; numbers and objects as they would stand in a form, the empty string when absent. */
export const readText = ({ values }: Params, name: string): string => {
  const value = values[name];
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
};

/** An integer as the server reads it: what is no number counts as 0. */
export const readInteger = (params: Params, name: string): number => {
  const text = readText(params, name);
  return /^-?\d+$/.test(text) ? Number(text) : 0;
};

export const readFlag = (params: Params, name: string): boolean =>
  ['true', 'yes', '1'].includes(readText(params, name).toLowerCase());

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An object or array, sent as such or as JSON text; undefined when absent. */
export const readJson = (params: Params, name: string, what: string): unknown => {
  if (!hasParam(params, name)) return undefined;
  const value = params.values[name];
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    throw badRequest(`can't parse ${what} JSON object`);
  }
};
