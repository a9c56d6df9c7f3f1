import { parseTemplate } from '../../../../config/template.ts';
import { plainWording, type Wording } from '../../../../src/article/wording.ts';

/** A wording as the lines of newsroom.yaml give it. */
export const aWording = (lines: readonly string[] | null, changes: Partial<Wording> = {}): Wording => ({
  ...plainWording,
  ...(lines === null ? {} : { template: parseTemplate(lines) }),
  ...changes,
});
