import { expect, it } from 'vitest';
import { reasonText } from './reason-text.ts';

it('names the reason somebody chose', () => {
  expect(reasonText({ reason: 'Customer canceled', code: null })).toBe('Customer canceled');
});

it('says in words why a job ended that nobody gave a reason for', () => {
  expect(reasonText({ reason: '', code: 'booking.undone' })).toBe('Booking undone');
  expect(reasonText({ reason: '', code: null })).toBe('No reason given');
});
