import { expect, it } from 'vitest';
import { pinText, readPin } from './map-pin.ts';

it.each([
  ['42.3601, -71.0589', 42.3601, -71.0589],
  ['42.3601 -71.0589', 42.3601, -71.0589],
  ['-33;151.2', -33, 151.2],
  ['https://www.google.com/maps/place/X/@42.36,-71.05,17z/data=1', 42.36, -71.05],
  ['https://www.openstreetmap.org/#map=17/42.36/-71.05', 42.36, -71.05],
  ['https://maps.example/?q=42.36,-71.05', 42.36, -71.05],
])('a pin is read as it is copied: %s', (typed, latitude, longitude) => {
  expect(readPin(typed)).toEqual({ latitude, longitude });
});

it.each(['12 Main St', '42.36', '142.1, -71', '42, 181', 'https://maps.example/boston'])(
  '%s is no pin',
  (typed) => {
    expect(readPin(typed)).toBeUndefined();
  },
);

it('nothing is no pin, and a pin reads back as it is written', () => {
  expect(readPin('  ')).toEqual({ latitude: null, longitude: null });
  expect(readPin(pinText({ latitude: 42.3601, longitude: -71.0589 }))).toEqual({
    latitude: 42.3601,
    longitude: -71.0589,
  });
});
