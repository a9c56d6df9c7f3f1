import { describe, expect, it } from '@jest/globals';
import { createDesk } from '../../../src/desk/create-desk.ts';
import { UnavailableError } from '../../../src/desk/outcome.ts';
import type { DeskPorts } from '../../../src/desk/ports.ts';
import { createDeskPorts } from '../../support/desk-ports.ts';
import { actorOf, faultOf, resultOf } from '../../support/desk-words.ts';

const admin = actorOf('admin');
const adminToken = 'first-admin-token-0123456789';

const open = (changes: Partial<DeskPorts> = {}) => {
  const memory = createDeskPorts();
  return { ...memory, access: createDesk({ ...memory.ports, ...changes }).access };
};

describe('tokens', () => {
  it('let their holder in, and only their hash is kept', async () => {
    const { access, seen } = open();
    const { token } = resultOf(await access.grant(admin, 'Leyla', 'editor'));
    expect(token).toMatch(/^tellal_[A-Za-z0-9_-]{43}$/);
    expect(await access.authenticate(token)).toEqual({ name: 'Leyla', role: 'editor' });
    expect([...seen.tokens.keys()]).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)]);
    expect(JSON.stringify([...seen.tokens, seen.audits])).not.toContain(token);
    expect(seen.audits).toEqual(['admin-1 access add Leyla as editor']);
  });

  it('are each another', async () => {
    const { access } = open();
    const one = resultOf(await access.grant(admin, 'Leyla', 'editor'));
    const other = resultOf(await access.grant(admin, 'Иван', 'editor'));
    expect(one.token).not.toBe(other.token);
    expect(resultOf(await access.holders(admin))).toEqual([
      { name: 'Leyla', role: 'editor' },
      { name: 'Иван', role: 'editor' },
    ]);
  });

  it('that nobody gave let nobody in', async () => {
    const { access } = open();
    expect(await access.authenticate('')).toBeNull();
    expect(await access.authenticate(`tellal_${'a'.repeat(43)}`)).toBeNull();
    expect(await access.login('guess')).toBeNull();
  });

  it('stop working when their holder is removed', async () => {
    const { access, seen } = open();
    const { token } = resultOf(await access.grant(admin, 'Leyla', 'editor'));
    resultOf(await access.revoke(admin, 'Leyla'));
    expect(await access.authenticate(token)).toBeNull();
    expect(seen.audits.at(-1)).toBe('admin-1 access remove Leyla');
    expect(faultOf(await access.revoke(admin, 'Leyla')).code).toBe('not-found');
  });

  it('are given once to a name', async () => {
    const { access } = open();
    resultOf(await access.grant(admin, 'Leyla', 'editor'));
    expect(faultOf(await access.grant(admin, 'Leyla', 'viewer')).code).toBe('conflict');
    expect(faultOf(await access.grant(admin, 'admin', 'viewer')).code).toBe('conflict');
  });

  it.each(['', ' ', 'a\nb', 'x'.repeat(65), '\u202egnp'])('are not given to the name %j', async (name) => {
    expect(faultOf(await open().access.grant(admin, name, 'editor')).code).toBe('invalid');
  });

  it('from the environment make an admin, even while Redis is away', async () => {
    const { access, failWith } = open();
    failWith(new Error('connect ECONNREFUSED'));
    expect(await access.authenticate(adminToken)).toEqual({ name: 'admin', role: 'admin' });
  });

  it('from the environment count for nothing when there is none', async () => {
    expect(await open({ adminToken: null }).access.authenticate(adminToken)).toBeNull();
  });

  it('cannot be checked while Redis is away, which is not the same as being wrong', async () => {
    const { access, failWith } = open();
    failWith(new Error('connect ECONNREFUSED'));
    await expect(access.authenticate('tellal_x')).rejects.toThrow(UnavailableError);
    await expect(access.session('x')).rejects.toMatchObject({ fault: { code: 'unavailable' } });
  });
});

describe('sessions', () => {
  it('know their actor and their forms for twelve hours', async () => {
    const { access, seen } = open();
    const { token } = resultOf(await access.grant(admin, 'Leyla', 'editor'));
    const login = await access.login(token);
    if (!login) throw new Error('no session');
    const session = await access.session(login.session);
    expect(session).toEqual({ actor: { name: 'Leyla', role: 'editor' }, csrf: expect.stringMatching(/^[\w-]{43}$/) });
    expect([...seen.sessions.values()].map(({ ttlMs }) => ttlMs)).toEqual([12 * 60 * 60 * 1000]);
    expect(JSON.stringify([...seen.sessions])).not.toContain(login.session);
    expect(JSON.stringify([...seen.sessions])).not.toContain(token);
  });

  it('end with a logout', async () => {
    const { access } = open();
    const login = await access.login(adminToken);
    await access.logout(login?.session ?? '');
    expect(login?.actor.role).toBe('admin');
    expect(await access.session(login?.session ?? '')).toBeNull();
  });

  it('end when their holder is removed', async () => {
    const { access } = open();
    const { token } = resultOf(await access.grant(admin, 'Leyla', 'editor'));
    const login = await access.login(token);
    resultOf(await access.revoke(admin, 'Leyla'));
    expect(await access.session(login?.session ?? '')).toBeNull();
  });

  it('of the first admin end when the token in the environment is changed', async () => {
    const { access, ports } = open();
    const login = await access.login(adminToken);
    const restarted = createDesk({ ...ports, adminToken: 'another-admin-token-0123456789' }).access;
    expect(await access.session(login?.session ?? '')).not.toBeNull();
    expect(await restarted.session(login?.session ?? '')).toBeNull();
  });

  it('that were never opened are none', async () => {
    expect(await open().access.session('guess')).toBeNull();
  });
});
