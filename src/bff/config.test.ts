import { describe, expect, test } from 'vitest';
import { canonicalAddress, throttledNetwork } from './address.ts';
import { checkOrigin } from './config.ts';

describe('the public origin', () => {
  test.each([
    'https://board.example',
    'http://localhost:3000',
    'http://127.0.0.1:3000',
    'http://[::1]:3000',
    'http://127.8.9.1',
  ])('R2 %s is served', (publicOrigin) => {
    expect(() => checkOrigin({ publicOrigin })).not.toThrow();
  });
  test.each([
    'http://board.lan',
    'http://192.168.1.20:3000',
    'http://localhost.evil.example',
    'http://127.0.0.1.nip.io',
  ])('R2 %s would lose the cookie: refused at start with the reason', (publicOrigin) => {
    expect(() => checkOrigin({ publicOrigin })).toThrow(/browsers would drop the session cookie/);
  });
  test.each([
    '',
    'board.example',
    'ftp://board.example',
    'https://board.example/app',
    'https://a@board.example',
    'https://board.example?x',
  ])('R2 "%s" is not an origin at all', (publicOrigin) => {
    expect(() => checkOrigin({ publicOrigin })).toThrow(/must look like/);
  });
});

describe('addresses', () => {
  test.each([
    ['10.0.0.7', '10.0.0.7'],
    ['::ffff:10.0.0.7', '10.0.0.7'],
    ['2001:DB8:0:0:0:0:0:1', '2001:db8::1'],
    ['fe80::1%eth0', 'fe80::1'],
    ['not an address', '10.9.9.9'],
    ['1.2.3.4, 5.6.7.8', '10.9.9.9'],
    ['', '10.9.9.9'],
  ])('R21 "%s" is written down as %s', (given, canonical) => {
    expect(canonicalAddress(given, '10.9.9.9')).toBe(canonical);
  });
  test('R20 an IPv6 customer cannot hop about within the network they were given', () => {
    expect(throttledNetwork('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2');
    expect(throttledNetwork('2001:db8::1')).toBe('2001:db8:0:0');
    expect(throttledNetwork('::1')).toBe('0:0:0:0');
    expect(throttledNetwork('10.0.0.7')).toBe('10.0.0.7');
  });
});
