import { z } from 'zod';
import { plainAddress, timeout, words } from './fields.ts';

const llm = z
  .strictObject({
    url: plainAddress.describe('Address of an OpenAI-compatible API, such as http://localhost:11434/v1.'),
    model: words.max(200).describe('Name of the model, as the API knows it.'),
    timeoutSeconds: timeout
      .max(60)
      .default(15)
      .describe('Seconds for one answer, at most 60; then the extract is used.'),
  })
  .optional()
  .describe('A language model that writes summaries; without it, none does. Its key is not kept here: TELLAL_LLM_KEY.');

export const summarySchema = z
  .strictObject({ llm })
  .prefault({})
  .describe("Where summaries come from, beside editors and the article's own sentences.");
