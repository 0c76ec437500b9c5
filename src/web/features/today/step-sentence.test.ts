import { expect, it } from 'vitest';
import { instant } from '#domain/time.ts';
import { stepSentence } from './step-sentence.ts';

const zone = 'America/New_York';
const about = { jobNumber: 8137, jobType: 'No cool', customer: 'Maria Lopez', timeZone: zone };
const at = (day: number, hour: number) => instant(`2026-11-${day}T${hour + 5}:00:00Z`);
const place = (start: ReturnType<typeof at>, ...technicians: string[]) => ({ start, technicians });
const moved = (from: ReturnType<typeof place>, to: ReturnType<typeof place>, isReassigned: boolean) =>
  said('appointment.reassigned', { isReassigned, from, to });

function said(verb: string, move: Parameters<typeof stepSentence>[0]['moved'] = null) {
  const { what, whose } = stepSentence({ verb, labels: ['Job 8137'], about, moved: move }, zone);
  return `${what} ${whose}`;
}

it('a booking says the job and for whom', () => {
  expect(said('job.booked')).toBe('Booked #8137 No cool for Maria Lopez');
});

it('a move says from where to where, and only what changed', () => {
  expect(moved(place(at(20, 8)), place(at(20, 13)), false)).toBe(
    'Moved #8137 No cool from 8:00 to 13:00 for Maria Lopez',
  );
  expect(moved(place(at(20, 8)), place(at(21, 8)), false)).toBe(
    'Moved #8137 No cool from Fri 20 Nov 8:00 to Sat 21 Nov 8:00 for Maria Lopez',
  );
  expect(moved(place(at(20, 8), 'Ana'), place(at(20, 8), 'Sam'), true)).toBe(
    'Moved #8137 No cool from Ana to Sam for Maria Lopez',
  );
  expect(moved(place(at(20, 8), 'Ana'), place(at(20, 13), 'Sam', 'Wei'), true)).toBe(
    'Moved #8137 No cool from Ana 8:00 to Sam and Wei 13:00 for Maria Lopez',
  );
  expect(moved(place(at(20, 8)), place(at(20, 8), 'Sam'), true)).toBe(
    'Gave #8137 No cool to Sam for Maria Lopez',
  );
  expect(moved(place(at(20, 8), 'Ana'), place(at(20, 8)), true)).toBe(
    'Moved #8137 No cool from Ana to nobody for Maria Lopez',
  );
});

it('any other step says what was done to which job; one about several records lists them', () => {
  expect(said('appointment.dispatched')).toMatch(/ dispatched: #8137 No cool for Maria Lopez$/);
  const many = { verb: 'job.completed', labels: ['Job 1', 'Job 2'], about: null, moved: null };
  expect(stepSentence(many, zone)).toEqual({ what: 'Job completed', whose: 'Job 1, Job 2' });
});
