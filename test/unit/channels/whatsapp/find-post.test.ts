import { describe, expect, it } from '@jest/globals';
import { findPost } from '../../../../src/channels/whatsapp/find-post.ts';
import { nameMessage } from '../../../../src/channels/whatsapp/message-id.ts';
import type { Row } from '../../../../src/channels/whatsapp/messages.ts';
import type { Search } from '../../../../src/deliver/channel.ts';
import { aMessage } from '../../../contract/a-message.ts';

const message = aMessage('whatsapp');
const sentAt = 1_700_000_000;

const aRow = (serverId: number | null, changes: Partial<Row> = {}): Row => ({
  id: `3EB0${serverId}`,
  serverId: serverId === null ? null : String(serverId),
  text: 'Başqa xəbər',
  removed: false,
  at: sentAt,
  mine: true,
  ...changes,
});
const ours = (serverId: number | null, changes: Partial<Row> = {}) =>
  aRow(serverId, { text: message.text, ...changes });

const look = (rows: readonly Row[], search: Partial<Search> = {}, whole = true) =>
  findPost('wa-ru', message, { since: sentAt * 1_000, floor: '100', known: [], ...search }, { rows, whole });

describe('looking for a post among the newest of its channel', () => {
  it('finds it by the id of its attempt, whatever it says', () => {
    const rows = [aRow(101), aRow(102, { id: nameMessage('wa-ru', 'f7') })];
    expect(look(rows, { attempts: ['f6', 'f7'] })).toEqual({ kind: 'found', serverId: '102' });
  });

  it('takes the older of two copies, in whatever order they come', () => {
    expect(look([ours(102), ours(101)])).toEqual({ kind: 'found', serverId: '101' });
  });

  it('finds it by its text, though spaces differ', () => {
    expect(look([ours(101, { text: ` ${message.text.replaceAll('\n', '\n\n')} ` })])).toMatchObject({ kind: 'found' });
  });

  it.each<[string, Row, Partial<Search>]>([
    ['was never accepted', ours(null), {}],
    ['was removed', ours(101, { removed: true }), {}],
    ['is a post that is known', ours(101), { known: ['101'] }],
    ['is older than the newest known one', ours(99), {}],
    ['appeared long before', ours(101, { at: sentAt - 121 }), {}],
    ['is of somebody else', ours(101, { mine: false }), {}],
    ['says something else', aRow(101), {}],
  ])('does not take one for it that %s', (_what, row, search) => {
    expect(look([aRow(100), row], search)).toEqual({ kind: 'absent' });
  });

  it('cannot tell when the posts it sees do not go back far enough', () => {
    expect(look([aRow(140), aRow(141)], {}, false)).toMatchObject({ kind: 'cannot-tell' });
    expect(look([aRow(100), aRow(141)], {}, false)).toEqual({ kind: 'absent' });
    expect(look([aRow(140, { at: sentAt - 600 })], { floor: null }, false)).toEqual({ kind: 'absent' });
  });

  it('cannot tell when it sees nothing of a channel that had posts', () => {
    expect(look([])).toMatchObject({ kind: 'cannot-tell' });
    expect(look([], { floor: null })).toEqual({ kind: 'absent' });
  });
});
