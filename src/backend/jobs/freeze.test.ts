import { expect, test } from 'vitest';
import type { EndpointName } from '#contract/endpoints.ts';
import type { JobCardView } from '#contract/job.ts';
import type { Database } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import type { JobCommandType } from '#domain/job/commands.ts';
import { FROZEN } from '#domain/job/freeze.ts';
import { instant } from '#domain/time.ts';
import { type Company, makeCompany } from '#testing/company.ts';
import { eachEngine } from '#testing/databases.ts';

type Step = readonly [EndpointName, ((on: On) => Record<string, unknown>)?];
type On = {
  readonly company: Company;
  readonly card: JobCardView;
  readonly who: Id;
  readonly other: Id;
  readonly day: number;
};

const at = (day: number, time: string) => instant(`2026-11-${day}T${time}:00Z`);
const worker = ({ who }: On) => ({ technicianId: who });
const hold = ({ company }: On) => ({ reasonId: company.holdReasonId, memo: '' });
const cancel = ({ company }: On) => ({ reasonId: company.cancelReasonId, memo: '' });
const more: Step = ['jobs.addAppointment', () => ({ start: at(26, '14:00'), end: at(26, '16:00') })];
const dispatch: Step = ['appointments.dispatch', worker];
const arrive: Step = ['appointments.arrive', worker];
const park: Step = ['appointments.park', ({ company }) => ({ holdingLaneId: company.holdingLaneIds[0] })];
const pause: Step = ['appointments.pause', worker];

/** What is done before the invoice is posted, and the command of the table (domain-rules §2) that comes after. */
const CASES: Readonly<Record<JobCommandType, readonly [before: readonly Step[], after: Step]>> = {
  update: [[], ['jobs.update', () => ({ changes: { summary: 'No heat', priority: 'High' } })]],
  holdJob: [[], ['jobs.hold', hold]],
  resumeJob: [[['jobs.hold', hold]], ['jobs.resume']],
  cancelJob: [[], ['jobs.cancel', cancel]],
  removeCancellation: [[['jobs.cancel', cancel]], ['jobs.removeCancellation']],
  completeJob: [[arrive], ['jobs.complete']],
  // Has a refusal of its own: un-post first.
  reopenJob: [[arrive, ['jobs.complete']], ['jobs.reopen']],
  addAppointment: [[], more],
  reschedule: [
    [],
    ['appointments.reschedule', ({ day }) => ({ start: at(day + 3, '14:00'), end: at(day + 3, '16:00') })],
  ],
  holdAppointment: [[], ['appointments.hold', hold]],
  releaseAppointment: [[['appointments.hold', hold]], ['appointments.release']],
  confirm: [[], ['appointments.confirm']],
  unconfirm: [[['appointments.confirm']], ['appointments.unconfirm']],
  setInstructions: [[], ['appointments.instructions', () => ({ text: 'gate 4711' })]],
  setExternalKey: [[], ['appointments.externalKey', ({ day }) => ({ externalKey: `A-${day}` })]],
  deleteAppointment: [[more], ['appointments.delete']],
  splitAppointment: [[], ['appointments.split', ({ day }) => ({ at: at(day, '15:00'), technicianIds: [] })]],
  duplicateAppointment: [[], ['appointments.duplicate', ({ day }) => ({ start: at(day + 3, '14:00') })]],
  assign: [[], ['appointments.assign', ({ other }) => ({ technicianIds: [other] })]],
  unassign: [[], ['appointments.unassign', ({ who }) => ({ technicianIds: [who] })]],
  reassign: [
    [],
    [
      'appointments.reassign',
      ({ who, other, day }) => ({
        fromTechnicianId: who,
        toTechnicianId: other,
        start: at(day + 3, '14:00'),
        end: at(day + 3, '16:00'),
      }),
    ],
  ],
  park: [[], park],
  unpark: [[park], ['appointments.unpark']],
  dispatch: [[], dispatch],
  cancelDispatch: [[dispatch], ['appointments.cancelDispatch', worker]],
  arrive: [[], arrive],
  pause: [[arrive], pause],
  resumeWork: [
    [arrive, pause],
    ['appointments.resumeWork', worker],
  ],
  leave: [[arrive], ['appointments.leave', worker]],
};

/** These ask for a key. */
const MAKING: ReadonlySet<EndpointName> = new Set([
  'jobs.addAppointment',
  'appointments.split',
  'appointments.duplicate',
]);

async function take(on: On, [name, bodyOf]: Step): Promise<JobCardView> {
  const { card, company } = on;
  const id = name.startsWith('jobs.') ? card.job.id : card.appointments[0]!.id;
  const expected = [
    { kind: 'job', id: card.job.id, version: card.job.version },
    ...card.appointments.map((one) => ({ kind: 'appointment', id: one.id, version: one.version })),
  ];
  const body = { expected, ...bodyOf?.(on) } as never;
  const answer = await company.person('dispatcher').call(name as 'jobs.resume', {
    params: { id },
    body,
    ...(MAKING.has(name) ? { key: `${id} ${card.job.version}` } : {}),
  });
  return answer.cards[0]!;
}

/** A booked job of `who`, after these steps. */
async function begun(company: Company, who: Id, other: Id, steps: readonly Step[], day = 21): Promise<On> {
  const times = { start: at(day, '14:00'), end: at(day, '16:00') };
  let on: On = { company, who, other, day, card: await company.book({ technicianIds: [who], ...times }) };
  for (const step of steps) on = { ...on, card: await take(on, step) };
  return on;
}

const setInvoice = (database: Database, jobId: Id, status: string) =>
  database.transaction({ tenantId: 'system' }, async (tx) => {
    await tx.query('update company.invoices set sync_status = $2 where job_id = $1', [jobId, status]);
  });

const outcomeOf = (taken: Promise<unknown>) =>
  taken.then(
    () => 'allowed',
    (error: { code: string; params?: { invoiceStatus?: string } }) =>
      `${error.code} ${error.params?.invoiceStatus ?? ''}`,
  );

eachEngine('a job whose invoice has been posted or exported', (database) => {
  test.each(Object.keys(FROZEN) as JobCommandType[])('%s: as the table of the freeze says', async (type) => {
    const company = await makeCompany(database());
    const [ana, ben, cho] = company.technicianIds as [Id, Id, Id];
    const [before, after] = CASES[type];
    const refused = type === 'reopenJob' ? 'job.invoice_not_pending' : 'job.frozen';
    const isRefused = FROZEN[type] === 'refused' || type === 'reopenJob';
    for (const [status, who, day] of [
      ['Posted', ana, 21],
      ['Exported', ben, 22],
    ] as const) {
      const on = await begun(company, who, cho, before, day);
      await setInvoice(database(), on.card.job.id, status);
      expect(await outcomeOf(take(on, after)), status).toBe(isRefused ? `${refused} ${status}` : 'allowed');
      if (!isRefused) continue;
      // Refused by the freeze and nothing else: with the invoice pending again it is done.
      await setInvoice(database(), on.card.job.id, 'Pending');
      expect(await outcomeOf(take(on, after)), `${status}, un-posted`).toBe('allowed');
    }
  });

  test.each(['Posted', 'Exported'])('%s: who pays and which unit it is stand still', async (status) => {
    const company = await makeCompany(database());
    const landlord = await company.book({ name: 'Landlord' });
    const [ana, ben] = company.technicianIds as [Id, Id];
    const on = await begun(company, ana, ben, []);
    await setInvoice(database(), on.card.job.id, status);
    for (const changes of [
      { billToCustomerId: landlord.job.customerId },
      { businessUnitId: company.otherUnitId },
    ]) {
      const update: Step = ['jobs.update', () => ({ changes })];
      expect(await outcomeOf(take(on, update))).toBe(`job.frozen ${status}`);
    }
    const same: Step = [
      'jobs.update',
      () => ({ changes: { billToCustomerId: on.card.job.billToCustomerId } }),
    ];
    expect(await outcomeOf(take(on, same))).toBe('allowed');
  });
});
