import { expect, it } from 'vitest';
import { day, instant } from '#domain/time.ts';
import { arrivalWindows } from '../../parts/windows/arrival-windows.ts';
import { confirmSentence, type SentenceFacts } from './confirm-sentence.ts';

const zone = 'America/New_York';
const now = instant('2026-11-20T12:00:00Z');
const promised = (from: number, to: number) => ({
  setup: {
    arrivalWindows: [
      {
        id: 1,
        name: '',
        businessUnitId: null,
        startMinute: from * 60,
        endMinute: to * 60,
        weekdays: [2],
        active: true,
      },
    ],
  },
  businessUnitId: null,
  zone,
});
const standard = { setup: { arrivalWindows: [] }, businessUnitId: null, zone };
const [eight, , noon] = arrivalWindows(day('2026-11-20'), standard, now);
const facts: SentenceFacts = {
  jobType: 'No cool',
  customer: 'Maria Lopez',
  street: '12 Main St',
  window: noon!,
  technician: 'Ana Reyes',
  host: null,
  billTo: null,
  zone,
  now,
};
const said = (changes: Partial<SentenceFacts> = {}) =>
  confirmSentence({ ...facts, ...changes })
    .map(({ text }) => text)
    .join('');

it('reads as one sentence that can be said to the caller', () => {
  expect(said()).toBe('No cool for Maria Lopez, 12 Main St, today 12:00–14:00, Ana Reyes.');
});

it('is a sentence from the first moment on', () => {
  expect(said({ jobType: null, customer: null, street: null, window: null, technician: null })).toBe(
    'A job for nobody yet, no window yet.',
  );
  expect(said({ technician: null, window: eight! })).toBe(
    'No cool for Maria Lopez, 12 Main St, today 8:00–10:00.',
  );
});

it('says who is billed when that is not the customer of the place, also when both are called the same', () => {
  expect(said({ technician: null, billTo: 'Lopez Holdings' })).toBe(
    'No cool for Maria Lopez, 12 Main St, today 12:00–14:00, billed to Lopez Holdings.',
  );
  const places = confirmSentence({ ...facts, billTo: 'Maria Lopez' }).map(({ place }) => place);
  expect(new Set(places).size).toBe(places.length);
});

it('names the day when it is not today or tomorrow', () => {
  const later = arrivalWindows(day('2026-11-24'), promised(8, 12), now)[0]!;
  expect(said({ window: later, technician: null })).toBe(
    'No cool for Maria Lopez, 12 Main St, Tue 24 Nov 8:00–12:00.',
  );
});
