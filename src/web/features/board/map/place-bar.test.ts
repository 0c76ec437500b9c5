import { expect, test } from 'vitest';
import { readPlace } from './place-bar.tsx';

test.each([
  ['42.25, -71.002', { lat: 42.25, lng: -71.002 }],
  [' 42.25 -71 ', { lat: 42.25, lng: -71 }],
  ['-33.9;151.2', { lat: -33.9, lng: 151.2 }],
  ['91, 0', null],
  ['12, 181', null],
  ['12 Main St', null],
  ['', null],
])('“%s” is a place on earth or none', (text, place) => {
  expect(readPlace(text)).toEqual(place);
});
