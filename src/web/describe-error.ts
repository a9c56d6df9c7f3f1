import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { UnavailableError } from '../desk/outcome.ts';
import { createProblem, type Problem, type ProblemCode } from './problem.ts';

/** Bytes; the contract's bound for one article. */
export const bodyLimit = 5 * 1024 * 1024;

const known: Readonly<Record<string, readonly [ProblemCode, string, string]>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: [
    'too-large',
    'The body is over 5 MB.',
    'Send the text instead of the whole page, and pictures by their address.',
  ],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: [
    'wrong-content-type',
    'This content type is not understood here.',
    'Send JSON with the header "Content-Type: application/json".',
  ],
  FST_ERR_CTP_EMPTY_JSON_BODY: [
    'malformed',
    'The body is empty although its content type says JSON.',
    'Send a JSON body, or leave the Content-Type header out.',
  ],
  FST_ERR_CTP_INVALID_JSON_BODY: [
    'malformed',
    'The body is not valid JSON.',
    'Check the body with a JSON parser; text must be UTF-8 and quotes escaped.',
  ],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: [
    'malformed',
    'The body is not as long as its Content-Length says.',
    'Let the HTTP client set Content-Length.',
  ],
  FST_ERR_BAD_URL: ['malformed', 'The address is not valid.', 'Percent-encode ids in the path.'],
  FST_ERR_RATE_LIMIT: ['too-many-requests', 'Too many attempts from this address.', 'Wait a minute, then try again.'],
};

/** Whatever was thrown while a request was answered, without a word of its internals. */
export const describeError = (error: unknown): Problem => {
  if (hasZodFastifySchemaValidationErrors(error)) {
    return createProblem('malformed', `The ${error.validationContext ?? 'request'} is not as described.`, {
      hint: 'See /openapi.json.',
      errors: error.validation.map(({ instancePath, message }) => ({
        path: instancePath || '/',
        message: message ?? 'not valid',
      })),
    });
  }
  const { code, statusCode = 500 } = readMarks(error);
  const row = known[code];
  if (row) return createProblem(row[0], row[1], { hint: row[2] });
  if (error instanceof UnavailableError) {
    // Not the desk's own words: whoever asks may not have signed in yet.
    return createProblem('unavailable', 'Redis does not answer.', { hint: 'Try again shortly; nothing was lost.' });
  }
  if (statusCode === 429) return createProblem('too-many-requests', 'Too many attempts.', { hint: 'Wait a minute.' });
  if (statusCode === 404) return createProblem('not-found', 'There is nothing at this address.');
  if (statusCode === 400 && error instanceof SyntaxError)
    return describeError({ code: 'FST_ERR_CTP_INVALID_JSON_BODY' });
  if (statusCode >= 400 && statusCode < 500) return createProblem('malformed', 'The request cannot be answered.');
  return createProblem('internal', 'Something went wrong inside Tellal.', {
    hint: 'The log of the console names the fault.',
  });
};

const readMarks = (error: unknown): { code: string; statusCode?: number } => {
  const marks = typeof error === 'object' && error !== null ? (error as Record<string, unknown>) : {};
  return {
    code: typeof marks.code === 'string' ? marks.code : '',
    ...(typeof marks.statusCode === 'number' ? { statusCode: marks.statusCode } : {}),
  };
};
