import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { newsroomSchema } from './schema.ts';

/** config/newsroom.schema.json, by which editors complete and check newsroom.yaml. */
export const renderSchema = (): string =>
  `${JSON.stringify(z.toJSONSchema(newsroomSchema, { io: 'input', target: 'draft-2020-12' }), null, 2)}\n`;

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(new URL('newsroom.schema.json', import.meta.url), renderSchema());
