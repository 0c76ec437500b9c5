import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  geocoderEnvironment,
  headerAsked,
  matrixEnvironment,
  outboundSecrets,
} from './outbound-environment.ts';

const URL_OF_IT = 'https://geocoder.example/search?format=jsonv2&q={address}';

describe('the geocoder and the road times', () => {
  test('are off when nothing is set', () => {
    expect(geocoderEnvironment({})).toBeNull();
    expect(matrixEnvironment({})).toBeNull();
  });

  test('are asked once a second unless more is allowed', () => {
    expect(geocoderEnvironment({ GEOCODER_URL: URL_OF_IT })).toEqual({
      url: URL_OF_IT,
      header: null,
      perSecond: 1,
    });
    expect(geocoderEnvironment({ GEOCODER_URL: URL_OF_IT, GEOCODER_PER_SECOND: '20' })).toMatchObject({
      perSecond: 20,
    });
    for (const text of ['0', '51', '1.5', 'many', '-1'])
      expect(() => geocoderEnvironment({ GEOCODER_URL: URL_OF_IT, GEOCODER_PER_SECOND: text })).toThrow(
        'GEOCODER_PER_SECOND',
      );
  });

  test.each([
    ['no place for the address', 'https://geocoder.example/search'],
    ['the address as the server', 'https://{address}/search'],
    ['the address in the server’s name', 'https://{address}.example/search'],
    ['the address as the port', 'https://geocoder.example:{address}/'],
    ['the address in the login', 'https://{address}@geocoder.example/'],
    ['a login', 'https://me:pass@geocoder.example/?q={address}'],
    ['plain http elsewhere', 'http://geocoder.example/?q={address}'],
    ['an address after #', 'https://geocoder.example/#{address}'],
    ['another protocol', 'file:///{address}'],
    ['no address of a server', 'geocoder {address}'],
  ])('R33: are not asked with %s', (_name, url) => {
    expect(() => geocoderEnvironment({ GEOCODER_URL: url })).toThrow('GEOCODER_URL must be like');
  });

  test('may be on this machine by plain http', () => {
    const url = 'http://127.0.0.1:5000/table/v1/driving/{coordinates}';
    expect(matrixEnvironment({ TRAVEL_MATRIX_URL: url })).toMatchObject({ url });
  });

  test('R45: have a header with a key, in the environment or in a file of the owner’s alone, in no log', async () => {
    const set = { GEOCODER_URL: URL_OF_IT, GEOCODER_HEADER: 'Authorization: Bearer the-secret-key' };
    const one = geocoderEnvironment(set)!;
    expect(await headerAsked(one)()).toEqual({ name: 'Authorization', value: 'Bearer the-secret-key' });
    expect(await outboundSecrets([one, null])).toEqual([
      'Bearer the-secret-key',
      'the-secret-key',
      URL_OF_IT,
    ]);
    const file = join(await mkdtemp(join(tmpdir(), 'header-')), 'key');
    await writeFile(file, 'X-Key: one\n', { mode: 0o600 });
    const kept = geocoderEnvironment({ GEOCODER_URL: URL_OF_IT, GEOCODER_HEADER_FILE: file })!;
    expect(await headerAsked(kept)()).toEqual({ name: 'X-Key', value: 'one' });
    await writeFile(file, 'X-Key: another\n');
    expect(await headerAsked(kept)()).toEqual({ name: 'X-Key', value: 'another' });
  });

  test('a header that is none is told without its key', () => {
    for (const text of ['the-secret', ': the-secret', 'X Key: the-secret', 'X-Key: the\nsecret']) {
      const read = () => geocoderEnvironment({ GEOCODER_URL: URL_OF_IT, GEOCODER_HEADER: text });
      expect(read).toThrow('GEOCODER_HEADER must be like Authorization: Bearer the-key.');
    }
    expect(() => geocoderEnvironment({ GEOCODER_HEADER: 'X-Key: 1' })).toThrow(
      'GEOCODER_URL, which is not set',
    );
  });
});
