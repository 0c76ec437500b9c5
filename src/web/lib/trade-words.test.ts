import { expect, test } from 'vitest';
import { verbWords } from './trade-words.ts';

test.each([
  ['session.sign-in', 'signed in'],
  ['session.sign-out', 'signed out'],
  ['session.end', 'signed out elsewhere'],
  ['appointment.rescheduled', 'visit rescheduled'],
  ['project.job-attached', 'project job attached'],
])('the audit says of %s “%s”', (verb, words) => {
  expect(verbWords(verb)).toBe(words);
});
