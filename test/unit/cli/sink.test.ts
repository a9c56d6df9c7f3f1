import { PassThrough, Writable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { createSink, OutputError, PipeClosedError } from '../../../src/cli/sink.ts';

const failing = (code: string): Writable =>
  new Writable({
    highWaterMark: 1,
    write: (_chunk, _encoding, done) => done(Object.assign(new Error(code), { code })),
  });

describe('a sink', () => {
  it('waits while the reader is slow', async () => {
    const stream = new PassThrough({ highWaterMark: 4 });
    let written = false;
    const writing = createSink(stream)
      .write('more than fits')
      .then(() => {
        written = true;
      });
    await new Promise(setImmediate);
    expect(written).toBe(false);
    stream.resume();
    await writing;
    expect(written).toBe(true);
  });

  it('says that the reader has gone, at every write', async () => {
    const sink = createSink(failing('EPIPE'));
    await expect(sink.write('text')).rejects.toThrow(PipeClosedError);
    await expect(sink.write('more')).rejects.toThrow(PipeClosedError);
  });

  it('does not take a full disk for a reader that has gone', async () => {
    await expect(createSink(failing('ENOSPC')).write('text')).rejects.toThrow(OutputError);
  });
});
