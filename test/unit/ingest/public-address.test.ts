import { describe, expect, it } from '@jest/globals';
import { createAllowList } from '../../../src/ingest/allow-list.ts';
import { isPublicAddress } from '../../../src/ingest/public-address.ts';

describe('isPublicAddress', () => {
  it.each(['93.184.216.34', '8.8.8.8', '172.32.0.1', '2a00:1450:4001:81b::200e', '::ffff:8.8.8.8', '64:ff9b::808:808'])(
    'takes %s',
    (address) => expect(isPublicAddress(address)).toBe(true),
  );

  it.each([
    '127.0.0.1',
    '127.9.9.9',
    '0.0.0.0',
    '10.0.0.1',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '100.64.0.1',
    '169.254.169.254',
    '100.100.100.200',
    '168.63.129.16',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:a00:1',
    '::127.0.0.1',
    '64:ff9b::7f00:1',
    '64:ff9b::a00:1',
    '64:ff9b:1::808:808',
    'fe80::1',
    'fe80::1%eth0',
    'fd00:ec2::254',
    'ff02::1',
    '2001:db8::1',
    '2002:7f00:1::',
    'newsroom.example',
    '',
  ])('refuses %j', (address) => expect(isPublicAddress(address)).toBe(false));
});

describe('createAllowList', () => {
  const allow = createAllowList([
    'CMS.internal:8000',
    'photos.internal',
    '10.1.0.0/16',
    '127.0.0.1:81',
    '[fd00::1]:80',
    '::1',
  ]);

  it('opens a host at its port, or at every port', () => {
    expect(allow.allowsHost('cms.internal', 8000)).toBe(true);
    expect(allow.allowsHost('cms.internal', 80)).toBe(false);
    expect(allow.allowsHost('photos.internal', 9000)).toBe(true);
    expect(allow.allowsHost('evil.cms.internal', 8000)).toBe(false);
  });

  it('opens an address and a range, in whatever way the address is written', () => {
    expect(allow.allowsAddress('10.1.255.255', 80)).toBe(true);
    expect(allow.allowsAddress('10.2.0.0', 80)).toBe(false);
    expect(allow.allowsAddress('127.0.0.1', 81)).toBe(true);
    expect(allow.allowsAddress('127.0.0.1', 80)).toBe(false);
    expect(allow.allowsAddress('::ffff:127.0.0.1', 81)).toBe(true);
    expect(allow.allowsAddress('fd00::1', 80)).toBe(true);
    expect(allow.allowsAddress('fd00::1', 81)).toBe(false);
    expect(allow.allowsAddress('::1', 5)).toBe(true);
  });

  it.each(['http://cms.internal/', '10.0.0.0/99', '*.internal', 'user@cms.internal', 'cms.internal:99999', ''])(
    'refuses the entry %j',
    (entry) => expect(() => createAllowList([entry])).toThrow('fetch.allow'),
  );
});
