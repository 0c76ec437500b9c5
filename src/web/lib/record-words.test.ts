import { expect, test } from 'vitest';
import { verbPartOf, verbWords } from './record-words.ts';

test.each([
  ['session.sign-in', 'signed in'],
  ['session.sign-out', 'signed out'],
  ['session.end', 'signed out elsewhere'],
  ['appointment.rescheduled', 'visit rescheduled'],
  ['time-off.add', 'time off add'],
  ['project.job-attached', 'project job attached'],
])('the audit says of %s “%s”', (verb, words) => {
  expect(verbWords(verb)).toBe(words);
});

test.each([
  ['Signed in', 'session.sign-in'],
  ['visit', 'appointment.'],
  ['visit resch', 'appointment.resch'],
  ['time off change', 'time-off.change'],
  ['sign-in', 'sign-in'],
  ['job.book', 'job.book'],
  [' ', ''],
])('who types “%s” looks for %s', (typed, part) => {
  expect(verbPartOf(typed)).toBe(part);
});
