import { describe, expect, it } from 'vitest';
import { exampleAppointment, exampleEvent, exampleJob } from './example-board.ts';
import { foldJobCard } from './fold-job.ts';

const invoice = { id: 50, number: 1042, syncStatus: 'Pending', totalCents: 0, currency: 'USD' } as const;
const card = { job: exampleJob(), appointments: [exampleAppointment()], invoice };

describe('a job card after changes', () => {
  it('gains a visit in its place, and loses one that was deleted', () => {
    const second = exampleAppointment({ id: 11, number: 2 });
    const two = foldJobCard(card, exampleEvent('2.0', { kind: 'appointment', record: second }));
    expect(two.appointments.map(({ number }) => number)).toEqual([1, 2]);
    const one = foldJobCard(
      two,
      exampleEvent('3.0', { kind: 'appointment', record: exampleAppointment({ version: 2, active: false }) }),
    );
    expect(one.appointments.map(({ id }) => id)).toEqual([11]);
  });

  it('is not set back by an older change, and leaves other jobs’ changes alone', () => {
    const newer = { ...card, job: exampleJob({ version: 5, summary: 'now' }) };
    expect(foldJobCard(newer, exampleEvent('2.0', { kind: 'job', record: exampleJob({ version: 4 }) }))).toBe(
      newer,
    );
    expect(
      foldJobCard(card, exampleEvent('2.0', { kind: 'job', record: exampleJob({ id: 999, version: 9 }) })),
    ).toBe(card);
  });

  it('follows its invoice and its customer’s name', () => {
    const posted = { ...invoice, syncStatus: 'Posted' } as const;
    expect(
      foldJobCard(card, exampleEvent('2.0', { kind: 'invoice', record: posted })).invoice.syncStatus,
    ).toBe('Posted');
  });
});
