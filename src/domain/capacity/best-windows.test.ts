import { expect, test } from 'vitest';
import { addDays } from '../time.ts';
import { bestWindows, type Preferences } from './best-windows.ts';
import { MIDNIGHT, question, technician, window } from './capacity.fixture.ts';
import { windowCapacities } from './window-capacity.ts';

const windows = [window('08:00-10:00'), window('10:00-12:00'), window('12:00-14:00')];
const technicians = [technician({ id: 21 }), technician({ id: 22 })];
const best = (wishes: Partial<Preferences> = {}) =>
  bestWindows(windowCapacities(question({ windows, technicians })), {
    now: MIDNIGHT,
    priority: 'Normal',
    drive: () => null,
    lastTechnicianId: null,
    isSomebodyThere: () => null,
    ...wishes,
  });

test('nothing else known, the soonest comes first', () => {
  expect(best().map((one) => one.window.key)).toEqual(['08:00-10:00', '10:00-12:00', '12:00-14:00']);
  expect(best()[0]!.factors).toEqual([
    { code: 'soon', points: 38, params: { hours: 8 } },
    { code: 'room', points: 10, params: { percentFull: 0 } },
  ]);
});

test('a visit nearby on that day and the technician of last time count, and who that is stands beside it', () => {
  const [first] = best({ drive: (id, { key }) => (id === 22 && key === '10:00-12:00' ? 6 : null) });
  expect(first).toMatchObject({ technicianId: 22, window: { key: '10:00-12:00' } });
  expect(first!.factors).toContainEqual({
    code: 'near',
    points: 24,
    params: { technicianId: 22, minutes: 6 },
  });
  expect(best({ lastTechnicianId: 22 })[0]!.technicianId).toBe(22);
});

test('hours in which somebody is there are preferred', () => {
  const [first] = best({ isSomebodyThere: ({ key }) => key === '12:00-14:00' });
  expect(first!.window.key).toBe('12:00-14:00');
});

test('a visit more than half an hour away brings nothing', () => {
  expect(best({ drive: () => 31 })[0]!.factors.map(({ code }) => code)).toEqual(['soon', 'room']);
});

test('a house without heat is offered today before a short drive in three days; a tune-up waits for the drive', () => {
  const LATER = 3 * 24 * 60;
  const today = window('08:00-10:00');
  const thursday = { ...today, day: addDays(today.day, 3), from: today.from + LATER, to: today.to + LATER };
  const shift = { from: today.from, to: today.to };
  const works = technician({ shifts: [shift, { from: thursday.from, to: thursday.to }] });
  const first = (priority: Preferences['priority']) =>
    bestWindows(windowCapacities(question({ windows: [today, thursday], technicians: [works] })), {
      now: MIDNIGHT,
      priority,
      drive: (_, { day }) => (day === thursday.day ? 2 : null),
      lastTechnicianId: null,
      isSomebodyThere: () => null,
    })[0]!.window.day;
  expect(first('Urgent')).toBe(today.day);
  expect(first('High')).toBe(today.day);
  expect(first('Normal')).toBe(thursday.day);
});
