import { parseArgs } from 'node:util';
import { measureLanguages, measureSentences } from './accuracy.ts';
import { corpusLayout, readLeads, readPages } from './corpus.ts';
import { measureExtraction } from './extraction.ts';
import { measureNearDuplicates } from './near-duplicates.ts';
import { measureSpeed } from './speed.ts';
import { measureDefects, measureSummaries } from './summaries.ts';
import { renderTable, type Table } from './table.ts';

const usage = `Usage: npm run bench:text -- [--corpus FOLDER]\n${corpusLayout}`;

const readCorpus = (): string | null => {
  try {
    return parseArgs({ options: { corpus: { type: 'string' } } }).values.corpus ?? null;
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n${usage}`);
    process.exit(2);
  }
};

const print = (table: Table): void => void process.stdout.write(`${renderTable(table)}\n`);

const corpus = readCorpus();
const leads = corpus === null ? [] : readLeads(corpus);
const pages = corpus === null ? [] : readPages(corpus);

print(measureSentences());
print(measureLanguages(leads));
if (leads.length > 0) {
  print(measureSummaries(leads));
  print(measureDefects(leads));
  print(measureNearDuplicates(leads));
}
if (pages.length > 0) print(measureExtraction(pages));
if (leads.length + pages.length > 0) print(measureSpeed(leads, pages));
process.stdout.write(`Peak memory of this run: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB\n`);
if (leads.length === 0 || pages.length === 0)
  process.stderr.write(
    `\nNot everything could be measured: ${corpus === null ? 'no --corpus was given' : `${corpus} does not hold it all`}.\n${usage}`,
  );
