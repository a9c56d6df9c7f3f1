import { describe, expect, it } from '@jest/globals';
import { createFaultBook, type Suspect } from '../../../support/whatsapp/fault-book.ts';

const send = (text = '', channel = 'a@newsletter'): Suspect => ({ operation: 'send', channel, text });
const createBook = () => createFaultBook((ref) => (ref === 'invite' ? 'a@newsletter' : ref));

describe('ordered faults', () => {
  it('strike sends unless other operations are named', () => {
    const book = createBook();
    book.port.order({ fault: 'hang' });
    expect(book.pick({ operation: 'edit', channel: null, text: '' })).toBeNull();
    expect(book.pick(send())?.fault).toBe('hang');
    expect(book.pick(send())).toBeNull();
  });

  it('begin with the n-th match and end after so many', () => {
    const book = createBook();
    const ticket = book.port.order({ fault: 'reject', contains: 'x', nth: 2, times: 2 });
    const struck = ['x', '-', 'x', 'x', 'x'].map((text) => book.pick(send(text)) !== null);
    expect(struck).toEqual([false, false, true, true, false]);
    expect([ticket.hits(), book.port.struck]).toEqual([2, 2]);
  });

  it('know a channel by its invite code', () => {
    const book = createBook();
    book.port.order({ fault: 'hang', channel: 'invite' });
    expect(book.pick(send('', 'b@newsletter'))).toBeNull();
    expect(book.pick(send())).not.toBeNull();
  });

  it('strike one request once, the first order first, and not after they were cancelled', () => {
    const book = createBook();
    book.port.order({ fault: 'hang' });
    const second = book.port.order({ fault: 'reject' });
    expect(book.pick(send())?.fault).toBe('hang');
    second.cancel();
    expect(book.pick(send())).toBeNull();
  });
});

describe('what is postponed', () => {
  it('happens once, at the release, and not at all after the end', () => {
    const book = createBook();
    const done: string[] = [];
    book.postpone(undefined, () => done.push('released'));
    book.port.release();
    book.port.release();
    book.postpone(undefined, () => done.push('never'));
    book.stop();
    book.port.release();
    expect(done).toEqual(['released']);
  });
});
