import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createEvent } from './articles.ts';
import { describeMachine } from './machine.ts';
import { entryPath, readMemory } from './processes.ts';

// Whether a long batch keeps its memory: `npm run bench:batch [lines]`, 1,000,000 unless said otherwise.

const lines = Number(process.argv[2] ?? 1_000_000);
const points = 20;
const sampleEveryMs = 500;

/** Every second article leaves its language to be detected. */
function* writeLines(): Generator<string> {
  for (let n = 1; n <= lines; n += 1) {
    const { article } = createEvent(n);
    yield `${JSON.stringify(n % 2 === 0 ? article : { ...article, language: undefined })}\n`;
  }
}

const machine = describeMachine();
const child = spawn(process.execPath, [entryPath, 'compose', '-', '--jsonl'], { stdio: ['pipe', 'pipe', 'inherit'] });
const ended = once(child, 'exit');
const startedAt = performance.now();
const fed = pipeline(Readable.from(writeLines()), child.stdin);

let highest = 0;
const sampling = setInterval(() => {
  highest = Math.max(highest, readMemory(child.pid) || 0);
}, sampleEveryMs);
const { cpu, cores, memoryGb, node, date, load } = machine;
process.stdout.write(`${cpu}, ${cores} cores, ${memoryGb} GB; node ${node}; ${date}; load ${load}\n\n`);
process.stdout.write(`${['lines', 'minutes', 'MB'].map((head) => head.padStart(10)).join('')}\n`);

let answered = 0;
for await (const line of createInterface({ input: child.stdout })) {
  answered += 1;
  const answer = JSON.parse(line) as { readonly line: number; readonly id: string; readonly summary?: string };
  if (answer.line !== answered || answer.id !== `bench-${answered}` || !answer.summary)
    throw new Error(`line ${answered} was answered by ${line}`);
  if (answered % Math.ceil(lines / points) !== 0 && answered !== lines) continue;
  const minutes = (performance.now() - startedAt) / 60_000;
  const cells = [String(answered), minutes.toFixed(1), readMemory(child.pid).toFixed(0)];
  process.stdout.write(`${cells.map((cell) => cell.padStart(10)).join('')}\n`);
}
clearInterval(sampling);
await fed;
const [code] = await ended;
if (code !== 0 || answered !== lines)
  throw new Error(`${answered} of ${lines} lines were answered; it ended with ${code}`);
const rate = answered / ((performance.now() - startedAt) / 1_000);
process.stdout.write(
  `\n${answered} lines answered in order, ${rate.toFixed(0)} a second; at most ${highest.toFixed(0)} MB\n`,
);
