import { describe, expect, test } from 'vitest';
import { answers, fakeServer } from '#testing/fake-server.ts';
import { addressLine, bestOf, createGeocoder } from './geocoder.ts';

const ELM = { street: '12 Elm St', city: 'Quincy', state: 'MA', zip: '02169', country: 'US' };
const NO_KEY = async () => null;

describe('an address as it is asked', () => {
  test('is one line, without what is not known', () => {
    expect(addressLine(ELM)).toBe('12 Elm St, Quincy, MA 02169, US');
    expect(addressLine({ ...ELM, state: '', zip: '' })).toBe('12 Elm St, Quincy, US');
    expect(addressLine({ ...ELM, street: ' 12\nElm  St ', city: '', zip: '' })).toBe('12 Elm St, MA, US');
  });

  test('stays inside its place in the operator’s address, whatever is written in it', async () => {
    const server = await fakeServer();
    server.answer = answers([{ lat: '42.25', lon: '-71.0023' }]);
    const geocoder = createGeocoder({ url: `${server.origin}/s?q={address}&limit=1`, header: NO_KEY });
    const hostile = '1 A&limit=9#@evil.test/../..?x=$& ü 北';
    expect(await geocoder.find({ ...ELM, street: hostile })).toEqual({
      latitude: 42.25,
      longitude: -71.0023,
    });
    const asked = new URL(server.asked[0]!.path, server.origin);
    expect(asked.pathname).toBe('/s');
    expect([...asked.searchParams]).toEqual([
      ['q', `${hostile}, Quincy, MA 02169, US`],
      ['limit', '1'],
    ]);
  });
});

describe('an answer', () => {
  test('is its first place; an empty list is no such address', () => {
    expect(
      bestOf([
        { lat: 42.25, lon: -71 },
        { lat: 1, lon: 2 },
      ]),
    ).toEqual({ latitude: 42.25, longitude: -71 });
    expect(bestOf([{ lat: ' 42.25', lon: '-71', more: {} }])).toEqual({ latitude: 42.25, longitude: -71 });
    expect(bestOf([])).toBeNull();
  });

  test.each([
    ['an object', { lat: 1, lon: 2 }],
    ['null', null],
    ['a list of nothing', [null]],
    ['a list of words', ['Quincy']],
    ['words for degrees', [{ lat: 'north', lon: '-71' }]],
    ['an exponent', [{ lat: '1e1', lon: '-71' }]],
    ['nothing for degrees', [{ lat: '', lon: '' }]],
    ['off the globe', [{ lat: 91, lon: 0 }]],
    ['round the globe', [{ lat: 42, lon: -289 }]],
    ['no number', [{ lat: Number.NaN, lon: 2 }]],
    ['the middle of nowhere', [{ lat: 0, lon: '0' }]],
  ])('that is %s cannot be read', (_name, answer) => {
    expect(() => bestOf(answer)).toThrow(/^unreadable: /);
  });
});
