import { describe, expect, it } from '@jest/globals';
import type { Row } from '../../../support/whatsapp/wire.ts';
import { createLocalRows } from '../../../support/whatsapp/world.ts';

const row = (id: string, serverId: number | null = null): Row => ({
  ...{ id, serverId, t: 1, type: 'chat', text: id, fromMe: true, ack: 0, editedAt: null },
});

describe('the rows that a device keeps itself', () => {
  it('are those of one device and channel that the server has not numbered', () => {
    const rows = createLocalRows(true);
    rows.keep('d1', 'a', row('stuck'));
    rows.keep('d1', 'a', row('posted'));
    rows.keep('d1', 'a', row('posted', 100));
    rows.keep('d1', 'b', row('elsewhere'));
    rows.keep('d2', 'a', row('of another'));
    expect(rows.of('d1', 'a').map(({ id }) => id)).toEqual(['stuck']);
  });

  it('are lost where a test wants it so', () => {
    const rows = createLocalRows(false);
    rows.keep('d1', 'a', row('stuck'));
    expect(rows.of('d1', 'a')).toEqual([]);
  });
});
