import { describe, expect, it } from '@jest/globals';
import { hintFor, needsPerson, stateAfter } from '../../../../src/channels/whatsapp/account-view.ts';
import { pauseMs } from '../../../../src/channels/whatsapp/account-waits.ts';
import { nameMessage } from '../../../../src/channels/whatsapp/message-id.ts';
import { sayNo } from '../../../../src/channels/whatsapp/server-words.ts';
import { linkToPost, readTarget } from '../../../../src/channels/whatsapp/target.ts';

describe('what ends a connection', () => {
  it.each([
    ['LOGOUT', 'logged-out'],
    ['UNPAIRED', 'logged-out'],
    ['TOS_BLOCK', 'blocked'],
    ['SMB_TOS_BLOCK', 'blocked'],
    ['PROXYBLOCK', 'blocked'],
    ['DEPRECATED_VERSION', 'incompatible'],
  ] as const)('%s waits for a person, who is told what to do', (reason, state) => {
    expect(stateAfter(reason)).toBe(state);
    expect(needsPerson(state)).toBe(true);
    expect(hintFor(state)).not.toBeNull();
  });

  it.each(['CONFLICT', 'TIMEOUT', 'UNPAIRED_IDLE', 'something new'])('%s passes by itself', (reason) => {
    expect(stateAfter(reason)).toBe('down');
    expect(needsPerson('down')).toBe(false);
  });

  it('is followed by pauses that grow up to a minute', () => {
    expect([0, 1, 2, 7, 8, 100].map(pauseMs)).toEqual([300, 600, 1_200, 38_400, 60_000, 60_000]);
  });
});

describe('an error of the server', () => {
  it.each([
    ['401 not-authorized', 'unlinked'],
    ['Evaluation failed: 401 not-authorized', 'unlinked'],
    ['429 rate-overlimit', 'later'],
    ['500 internal-server-error', null],
    ['Target closed', null],
    ['no answer after 40100 ms', null],
  ])('%s means %s', (words, meaning) => {
    expect(sayNo(words)).toBe(meaning);
  });
});

describe('the id of a message', () => {
  it('is one of its own for each attempt on each channel, in the form of WhatsApp Web', () => {
    const names = [nameMessage('wa-ru', 'f1'), nameMessage('wa-ru', 'f2'), nameMessage('wa-az', 'f1')];
    expect(new Set(names).size).toBe(3);
    for (const name of names) expect(name).toMatch(/^3EB0[0-9A-F]{18}$/);
    expect(nameMessage('wa-ru', 'f1')).toBe(names[0]);
  });
});

describe('a target', () => {
  it.each([
    ['https://whatsapp.com/channel/0029Va_x-1', { kind: 'invite', inviteCode: '0029Va_x-1' }],
    ['120363000000000001@newsletter', { kind: 'id', id: '120363000000000001@newsletter' }],
  ])('is read from %s', (target, read) => {
    expect(readTarget(target)).toEqual(read);
  });

  it.each([null, '', '994501234567@c.us'])('is never a person or nothing: %s', (target) => {
    expect(() => readTarget(target)).toThrow(/not a WhatsApp channel/);
  });

  it('leads to each post by its server id', () => {
    expect(linkToPost('https://whatsapp.com/channel/0029Va', '107')).toBe('https://whatsapp.com/channel/0029Va/107');
    expect(linkToPost(null, '107')).toBeNull();
  });
});
