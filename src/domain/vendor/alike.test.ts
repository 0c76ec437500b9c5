import { expect, test } from 'vitest';
import { isAlike } from './alike.ts';

test.each([
  ['Ferguson Supply', 'ferguson supply', true],
  ['Ferguson Supply', 'Ferguson Supply Co., Inc.', true],
  ['The Johnstone Supply', 'Johnstone Supply LLC', true],
  ['Fergusen', 'Ferguson Supply', true],
  ['Ferguson', 'Ferguson Supply Boston', true],
  ['R.E. Michel', 'RE Michel Company', true],
  ['Sid Harvey', 'Sid Harveys', true],
  ['Sidharvey', 'Sid Harvey', true],
  ['Grainger', 'Granger', true],
  ['Müller Rohre GmbH', 'Muller Rohre', true],
  ['Boston Supply', 'Quincy Supply', false],
  ['Supply', 'Ferguson Supply', false],
  ['Fe', 'Ferguson', false],
  ['', 'Ferguson', false],
  ['Co', 'Inc', false],
])('%j and %j: %s', (one, other, alike) => {
  expect([isAlike(one, other), isAlike(other, one)]).toEqual([alike, alike]);
});
