import { expect, it } from 'vitest';
import { day, instant } from '#domain/time.ts';
import { arrivalWindows } from './arrival-windows.ts';
import { confirmSentence, type SentenceFacts } from './confirm-sentence.ts';

const zone = 'America/New_York';
const now = instant('2026-11-20T12:00:00Z');
const [eight, , noon] = arrivalWindows(day('2026-11-20'), zone, 2, now);
const facts: SentenceFacts = {
  jobType: 'No cool',
  customer: 'Maria Lopez',
  street: '12 Main St',
  window: noon!,
  technician: 'Ana Reyes',
  zone,
  now,
};
const said = (changes: Partial<SentenceFacts> = {}) =>
  confirmSentence({ ...facts, ...changes })
    .map(({ text }) => text)
    .join('');

it('reads as one sentence that can be said to the caller', () => {
  expect(said()).toBe('No cool for Maria Lopez, 12 Main St, today 12–2, Ana Reyes.');
});

it('is a sentence from the first moment on', () => {
  expect(said({ jobType: null, customer: null, street: null, window: null, technician: null })).toBe(
    'A job for nobody yet, no window yet.',
  );
  expect(said({ technician: null, window: eight! })).toBe('No cool for Maria Lopez, 12 Main St, today 8–10.');
});

it('names the day when it is not today or tomorrow', () => {
  const later = arrivalWindows(day('2026-11-24'), zone, 4, now)[0]!;
  expect(said({ window: later, technician: null })).toBe(
    'No cool for Maria Lopez, 12 Main St, Tue 24 Nov 8–12.',
  );
});
