import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** An article with the description that an editor wrote for it. */
export interface Lead {
  readonly id: string;
  readonly language: string;
  readonly title: string;
  readonly body: string;
  readonly reference: string;
  /** The description copies the lead, or was cut off by the site. */
  readonly verbatim: boolean;
  readonly truncated: boolean;
}

/** A page whose article text was marked by hand. */
export interface Page {
  readonly id: string;
  readonly language: string;
  readonly html: string;
  readonly text: string;
}

const leadFile = 'lead/dev.jsonl';
const pagesFile = 'pages/dev.jsonl.gz';

/** What the corpus must hold, for people. */
export const corpusLayout =
  `The corpus is a folder with\n` +
  `  ${leadFile}      an object a line: id, language, title, body, reference, verbatim, truncated\n` +
  `  ${pagesFile}  an object a line: id, language, html, text\n`;

/** Empty where the file is not there. */
export const readLeads = (folder: string): readonly Lead[] =>
  (readLines(join(folder, leadFile), (bytes) => bytes) as readonly Lead[]).filter(({ reference }) => reference);

/** Empty where the file is not there. */
export const readPages = (folder: string): readonly Page[] =>
  readLines(join(folder, pagesFile), gunzipSync) as readonly Page[];

const readLines = (file: string, unpack: (bytes: Buffer) => Buffer): readonly unknown[] =>
  existsSync(file)
    ? unpack(readFileSync(file))
        .toString()
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line) => JSON.parse(line) as unknown)
    : [];
