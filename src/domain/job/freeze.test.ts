import { describe, expect, test } from 'vitest';
import { ANNA, at, BEN, give, having, makeCard, refusalOf, SECOND_VISIT, VISIT } from './card.fixture.ts';
import type { JobCommand, JobCommandType } from './commands.ts';
import { FROZEN } from './freeze.ts';
import type { InvoiceSyncStatus, JobCard } from './job-card.ts';

const frozen = (card: JobCard, invoiceStatus: InvoiceSyncStatus = 'Posted'): JobCard => ({
  ...card,
  invoiceStatus,
});
const update = (changes: Extract<JobCommand, { type: 'update' }>['changes']): JobCommand => ({
  type: 'update',
  changes,
});
const booked = having(makeCard(), give.addVisit());
const working = having(booked, give.arrive());

/** Each command on a card where only the freeze can refuse it, and what domain-rules §2 says about it. */
const CASES: Readonly<Record<JobCommandType, readonly [JobCard, JobCommand, 'allowed' | 'job.frozen']>> = {
  update: [booked, update({ summary: 'x', tagIds: [3], priority: 'High' }), 'allowed'],
  holdJob: [booked, give.hold(), 'job.frozen'],
  resumeJob: [having(booked, give.hold()), give.resume(), 'job.frozen'],
  cancelJob: [booked, give.cancel(), 'job.frozen'],
  removeCancellation: [having(booked, give.cancel()), give.removeCancellation(), 'job.frozen'],
  completeJob: [working, give.complete(), 'allowed'],
  reopenJob: [having(booked, give.complete()), give.reopen(), 'allowed'], // but see below: its own refusal
  addAppointment: [booked, give.addVisit(13), 'job.frozen'],
  reschedule: [booked, { type: 'reschedule', appointmentId: VISIT, start: at(8) }, 'job.frozen'],
  holdAppointment: [booked, give.holdVisit(), 'job.frozen'],
  releaseAppointment: [having(booked, give.holdVisit()), give.release(), 'job.frozen'],
  confirm: [booked, { type: 'confirm', appointmentId: VISIT }, 'allowed'],
  unconfirm: [booked, { type: 'unconfirm', appointmentId: VISIT }, 'allowed'],
  setInstructions: [booked, { type: 'setInstructions', appointmentId: VISIT, text: 'x' }, 'allowed'],
  setExternalKey: [booked, { type: 'setExternalKey', appointmentId: VISIT, externalKey: 'x' }, 'allowed'],
  deleteAppointment: [booked, give.remove(SECOND_VISIT), 'job.frozen'],
  splitAppointment: [booked, give.split(), 'job.frozen'],
  duplicateAppointment: [booked, give.duplicate(), 'job.frozen'],
  assign: [booked, give.assign(BEN), 'job.frozen'],
  unassign: [booked, give.unassign(), 'job.frozen'],
  reassign: [
    booked,
    {
      type: 'reassign',
      appointmentId: VISIT,
      fromTechnicianId: ANNA,
      to: { id: 999, technicianId: BEN },
      start: at(9),
      end: at(11),
    },
    'job.frozen',
  ],
  park: [booked, give.park(), 'job.frozen'],
  unpark: [having(booked, give.park()), give.unpark(), 'job.frozen'],
  dispatch: [booked, give.dispatch(), 'job.frozen'],
  cancelDispatch: [having(booked, give.dispatch()), give.cancelDispatch(), 'allowed'],
  arrive: [booked, give.arrive(), 'job.frozen'],
  pause: [working, give.pause(), 'allowed'],
  resumeWork: [having(working, give.pause()), give.resumeWork(), 'job.frozen'],
  leave: [working, give.leave(), 'allowed'],
};

describe('once the invoice is posted', () => {
  test.each(Object.keys(FROZEN) as JobCommandType[])('%s', (type) => {
    const [card, command, expected] = CASES[type];
    expect(command.type).toBe(type);
    expect(refusalOf(card, command)).toBe('allowed');
    if (type === 'reopenJob') expect(refusalOf(frozen(card), command)).toBe('job.invoice_not_pending');
    else {
      expect(refusalOf(frozen(card), command)).toBe(expected);
      expect(refusalOf(frozen(card, 'Exported'), command)).toBe(expected);
    }
  });

  test('the bill-to and the business unit stand still, though saying the same again is no change', () => {
    expect(refusalOf(frozen(booked), update({ billToCustomerId: 777 }))).toBe('job.frozen');
    expect(refusalOf(frozen(booked), update({ businessUnitId: 22 }))).toBe('job.frozen');
    const same = update({ billToCustomerId: 500, businessUnitId: 21, summary: 'x' });
    expect(refusalOf(frozen(booked), same)).toBe('allowed');
  });

  test('un-posting lifts it', () => {
    expect(refusalOf(frozen(booked, 'Pending'), give.cancel())).toBe('allowed');
  });
});
