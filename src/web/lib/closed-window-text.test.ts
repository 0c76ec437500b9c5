import { expect, test } from 'vitest';
import { CLOSED_CODES } from '#domain/capacity/window-capacity.ts';
import { closedText, closedWord } from './closed-window-text.ts';

const names = { skill: (id: number) => `Skill ${id}`, zone: () => 'North', unit: () => 'HVAC' };

test('every reason of the rules has a word of its own and a sentence, with and without names', () => {
  const words = CLOSED_CODES.map(closedWord);
  expect(new Set(words).size).toBe(CLOSED_CODES.length);
  for (const code of CLOSED_CODES) {
    expect(closedText({ code, params: {} })).toMatch(/^[A-Z].*[.]$/);
    expect(closedText({ code, params: {} })).not.toBe('This window is closed.');
  }
});

test.each([
  ['past', {}, 'This window is over.'],
  ['nobodyOnShift', {}, 'Nobody is on shift at this time.'],
  ['skillNotWorking', { skillIds: [3] }, 'Those with Skill 3 are not at work at this time.'],
  ['shiftTooShort', { minutes: 150 }, 'No shift leaves room for a visit of 2 h 30 begun in this window.'],
  ['noSkill', { skillIds: [1, 2] }, 'Nobody of this unit has Skill 1 and Skill 2.'],
  ['zoneNotCovered', { zoneId: 4 }, 'Nobody with the skills works in North.'],
  ['unitClosed', { businessUnitId: 1 }, 'HVAC has nobody on shift on this day.'],
  ['full', { technicians: 1, waiting: 0 }, 'The one technician who could go is booked.'],
  [
    'full',
    { technicians: 3, waiting: 2 },
    'All 3 who could go are booked; 2 visits wait without a technician.',
  ],
  [
    'reserved',
    { percent: 15, priorities: ['High', 'Urgent'] },
    'What is left is held back for high or urgent jobs (15 %).',
  ],
])('%s %j reads %s', (code, params, text) => {
  expect(closedText({ code, params }, names)).toBe(text);
});
