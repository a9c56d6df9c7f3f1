// A thread that does what its job says: answers, fails, hangs, fills its memory, or ends.
import { parentPort } from 'node:worker_threads';

let answered = 0;
parentPort?.on('message', (job) => {
  answered += 1;
  if (job === 'fail') return parentPort?.postMessage({ fault: 'it was told to' });
  if (job === 'throw') throw new Error('it broke');
  if (job === 'end') process.exit(0);
  if (job === 'hang') for (;;);
  if (job === 'fill') {
    const kept = [];
    for (;;) kept.push(new Array(1_000).fill(job));
  }
  return parentPort?.postMessage({ value: { job, answered } });
});
parentPort?.postMessage('ready');
