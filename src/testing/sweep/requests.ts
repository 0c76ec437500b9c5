/** For every route a request that succeeds, with fresh records behind it: what the sweeps start from and then break. */
import { urlOf } from '#contract/client.ts';
import type { Endpoint } from '#contract/endpoint.ts';
import { type BodyIn, type EndpointName, endpoints } from '#contract/endpoints.ts';
import type { JobCardView } from '#contract/job.ts';
import type { Id } from '#domain/ids.ts';
import { addMinutes, type Instant, instant } from '#domain/time.ts';
import type { Browser } from '../browser.ts';
import { bookingBody } from '../company.ts';
import { PASSWORD } from '../stack.ts';
import type { Ground } from './ground.ts';

export type Call = {
  readonly params?: Readonly<Record<string, string | number>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly upload?: string;
};
type Maker = (ground: Ground) => Promise<Call>;

let made = 0;
const FIRST = instant('2026-12-01T14:00:00.000Z');
/** Hours nobody has asked for yet, so that no request of the sweep is refused for time that is taken. */
export function freeHours(): { start: Instant; end: Instant } {
  const start = addMinutes(FIRST, 60 * 3 * made++);
  return { start, end: addMinutes(start, 60) };
}

type Steps = (ground: Ground, card: JobCardView) => Promise<JobCardView>;
const step =
  (name: EndpointName, more: (ground: Ground, card: JobCardView) => object = () => ({})): Steps =>
  async (ground, card) => {
    const id = name.startsWith('jobs.') ? card.job.id : card.appointments[0]!.id;
    const body = { expected: expectedOf(card), ...more(ground, card) };
    const admin = ground.company.person('admin');
    const answer = await admin.call(name, { params: { id }, body: body as never });
    return (answer as { cards: JobCardView[] }).cards[0]!;
  };
export const expectedOf = ({ job, appointments }: JobCardView) => [
  { kind: 'job' as const, id: job.id, version: job.version },
  ...appointments.map(({ id, version }) => ({ kind: 'appointment' as const, id, version })),
];
/** Everybody arrives and leaves in the sweep: one technician per job would not do, so each leaves before the next. */
const ana = ({ company }: Ground) => ({ technicianId: company.technicianIds[0]! });
const hold = ({ company }: Ground) => ({ reasonId: company.holdReasonId, memo: 'Parts' });
const cancel = ({ company }: Ground) => ({ reasonId: company.cancelReasonId, memo: 'Changed mind' });

async function freshCard(ground: Ground, steps: readonly Steps[], technicianIds: readonly Id[]) {
  let card = await ground.company.book({ ...freeHours(), technicianIds });
  for (const next of steps) card = await next(ground, card);
  return card;
}

/** A command on a new card after some steps; with Ana on it unless told otherwise. */
const command =
  (
    name: EndpointName,
    steps: readonly Steps[],
    more: (ground: Ground, card: JobCardView) => object,
    alone = false,
  ): Maker =>
  async (ground) => {
    const card = await freshCard(ground, steps, alone ? [] : [ana(ground).technicianId]);
    const id = name.startsWith('jobs.') ? card.job.id : card.appointments[0]!.id;
    return { params: { id }, body: { expected: expectedOf(card), ...more(ground, card) } };
  };
const nothing = () => ({});
const arrived = [step('appointments.arrive', ana)];
const paused = [...arrived, step('appointments.pause', ana)];

const onRecord =
  (kind: 'customer' | 'location' | 'contact', id: (ground: Ground) => Id, changes: object): Maker =>
  async (ground) => ({
    params: { id: id(ground) },
    body: {
      expected: [{ kind, id: id(ground), version: await versionOf(ground, kind, id(ground)) }],
      changes,
    },
  });
async function versionOf({ database }: Ground, kind: string, id: Id): Promise<number> {
  const table = { customer: 'customers', location: 'locations', contact: 'contacts' }[kind] ?? kind;
  const [row] = await database.transaction({ tenantId: 1, readOnly: true }, (tx) =>
    tx.query<{ version: number }>(`select version from company.${table} where id = $1`, [id]),
  );
  return row!.version;
}
const onSpan =
  (kind: 'timeOff' | 'nonJobEvent' | 'shift', table: string, id: (ground: Ground) => Id): Maker =>
  async (ground) => ({
    params: { id: id(ground) },
    body: {
      expected: [{ kind, id: id(ground), version: await versionOf(ground, table, id(ground)) }],
      changes: freeHours(),
    },
  });
const newSpan: Maker = async (ground) => ({
  body: { technicianId: ground.company.technicianIds[2]!, ...freeHours() },
});
const CSV = 'case_enquiry_id,open_dt,case_title,location\n1,2011-11-07 09:00:00,Heat,1 Main St\n';
const imported: Maker = async (ground) => ({ params: { id: await upload(ground) } });
async function upload(ground: Ground): Promise<Id> {
  const answer = await send(ground.as('admin'), 'imports.upload', {
    query: { fileName: 'a.csv' },
    upload: CSV,
  });
  return ((await answer.json()) as { id: Id }).id;
}
const mapping = {
  timeZone: 'America/New_York',
  columns: { case_enquiry_id: 'externalId', open_dt: 'openedOn', location: 'address' },
};
const byId =
  (id: (ground: Ground) => Id): Maker =>
  async (ground) => ({ params: { id: id(ground) } });
const plain: Maker = async () => ({});

export const REQUESTS: Readonly<Record<EndpointName, Maker>> = {
  'session.signIn': async () => ({ body: { email: 'csr@company1.test', password: PASSWORD } }),
  'session.signOut': plain,
  'session.user': plain,
  'session.list': plain,
  'session.end': async () => ({ params: { key: 'abcdefabcdef' } }),
  'session.changePassword': async () => ({ body: { current: PASSWORD, next: PASSWORD } }),
  'session.setupState': plain,
  'session.firstAdmin': async () => ({
    body: { token: 'x', companyName: 'Acme', name: 'Ann', email: 'ann@acme.test', password: PASSWORD },
  }),
  'users.list': plain,
  'users.create': async () => ({
    body: {
      name: 'New',
      email: `new${made++}@company1.test`,
      roles: ['csr'],
      businessUnitIds: null,
      password: PASSWORD,
    },
  }),
  'users.change': async ({ database }) => {
    const [row] = await database.transaction({ tenantId: 1, readOnly: true }, (tx) =>
      tx.query<{ version: number }>('select version from office.users where id = 190'),
    );
    return {
      params: { id: 190 },
      body: { version: row!.version, changes: { name: `technician ${made++}` } },
    };
  },
  'openapi.get': plain,
  'events.stream': plain,
  'setup.get': plain,
  'board.day': async () => ({ query: { day: '2026-11-21', timeZone: 'America/New_York' } }),
  'timeOff.add': newSpan,
  'timeOff.change': onSpan('timeOff', 'time_off', ({ mine }) => mine.timeOffId),
  'nonJobEvents.add': newSpan,
  'nonJobEvents.change': onSpan('nonJobEvent', 'non_job_events', ({ mine }) => mine.nonJobEventId),
  'shifts.add': newSpan,
  'shifts.change': onSpan('shift', 'shifts', ({ mine }) => mine.shiftId),
  'customers.list': async () => ({ query: { q: 'lopez' } }),
  'customers.get': byId(({ mine }) => mine.customerId),
  'customers.create': async ({ mine }) => ({
    body: {
      name: 'Ida Moss',
      tagIds: [mine.tagId],
      locations: [{ street: '1 Elm St', zoneId: mine.zoneId, taxZoneId: mine.taxZoneId }],
      contacts: [{ kind: 'Phone', value: '617 555 0199' }],
    },
  }),
  'customers.update': async (ground) => {
    const call = await onRecord('customer', ({ mine }) => mine.customerId, {})(ground);
    const { tagId } = ground.mine;
    return { ...call, body: { ...(call.body as object), changes: { memo: `m${made++}`, tagIds: [tagId] } } };
  },
  'locations.create': async ({ mine }) => ({
    body: {
      customerId: mine.customerId,
      location: { street: '2 Elm St', zoneId: mine.zoneId, taxZoneId: mine.taxZoneId },
    },
  }),
  'locations.update': async (ground) => {
    const call = await onRecord('location', ({ mine }) => mine.locationId, {})(ground);
    const { zoneId, taxZoneId } = ground.mine;
    return {
      ...call,
      body: { ...(call.body as object), changes: { memo: `m${made++}`, zoneId, taxZoneId } },
    };
  },
  'contacts.create': async ({ mine }) => ({
    body: {
      customerId: mine.customerId,
      contact: { kind: 'Mobile', value: '617 555 0111', locationId: mine.locationId },
    },
  }),
  'contacts.update': onRecord('contact', ({ mine }) => mine.contactId, { memo: 'after six' }),
  'jobs.list': async ({ mine }) => ({
    query: {
      customerId: String(mine.customerId),
      status: 'Scheduled',
      from: FIRST,
      to: addMinutes(FIRST, 9000),
      q: 'no',
    },
  }),
  'jobs.get': byId(({ mine }) => mine.card.job.id),
  'jobs.book': async ({ company, mine }) => {
    const body: BodyIn<'jobs.book'> = {
      ...bookingBody(company, { ...freeHours(), technicianIds: [company.technicianIds[1]!] }),
      customer: { id: mine.customerId },
      location: { id: mine.locationId },
      billToCustomerId: mine.customerId,
      tagIds: [mine.tagId],
      recallForJobId: mine.card.job.id,
      warrantyForJobId: mine.card.job.id,
    };
    return { body };
  },
  'jobs.update': command('jobs.update', [], ({ company, mine }) => ({
    changes: {
      summary: `Changed ${made++}`,
      jobTypeId: company.jobTypeId,
      businessUnitId: company.businessUnitId,
      billToCustomerId: mine.customerId,
      campaignId: company.campaignId,
      tagIds: [mine.tagId],
    },
  })),
  'jobs.hold': command('jobs.hold', [], hold),
  'jobs.resume': command('jobs.resume', [step('jobs.hold', hold)], nothing),
  'jobs.cancel': command('jobs.cancel', [], cancel),
  'jobs.removeCancellation': command('jobs.removeCancellation', [step('jobs.cancel', cancel)], nothing),
  'jobs.complete': command('jobs.complete', [], nothing),
  'jobs.reopen': command('jobs.reopen', [step('jobs.complete')], nothing),
  'jobs.assign': command(
    'jobs.assign',
    [],
    (ground) => ({ technicianIds: [ana(ground).technicianId] }),
    true,
  ),
  'jobs.unassign': command('jobs.unassign', [], (ground) => ({ technicianIds: [ana(ground).technicianId] })),
  'jobs.addAppointment': command('jobs.addAppointment', [], () => freeHours()),
  'appointments.reschedule': command('appointments.reschedule', [], () => freeHours()),
  'appointments.hold': command('appointments.hold', [], hold),
  'appointments.release': command('appointments.release', [step('appointments.hold', hold)], nothing),
  'appointments.confirm': command('appointments.confirm', [], nothing),
  'appointments.unconfirm': command('appointments.unconfirm', [step('appointments.confirm')], nothing),
  'appointments.instructions': command('appointments.instructions', [], () => ({ text: 'Gate code' })),
  'appointments.delete': command(
    'appointments.delete',
    [step('jobs.addAppointment', () => freeHours())],
    nothing,
  ),
  'appointments.assign': command(
    'appointments.assign',
    [],
    (ground) => ({ technicianIds: [ana(ground).technicianId] }),
    true,
  ),
  'appointments.unassign': command('appointments.unassign', [], (ground) => ({
    technicianIds: [ana(ground).technicianId],
  })),
  'appointments.reassign': command('appointments.reassign', [], (ground) => ({
    fromTechnicianId: ana(ground).technicianId,
    toTechnicianId: ground.company.technicianIds[1]!,
    ...freeHours(),
  })),
  'appointments.dispatch': command('appointments.dispatch', [], ana),
  'appointments.cancelDispatch': command(
    'appointments.cancelDispatch',
    [step('appointments.dispatch', ana)],
    ana,
  ),
  'appointments.arrive': working('appointments.arrive', []),
  'appointments.pause': working('appointments.pause', arrived),
  'appointments.resumeWork': working('appointments.resumeWork', paused),
  'appointments.leave': working('appointments.leave', arrived),
  'history.get': async ({ mine }) => ({ params: { kind: 'job', id: mine.card.job.id } }),
  'history.at': async ({ mine }) => ({
    params: { kind: 'job', id: mine.card.job.id },
    query: { at: '2026-11-21T08:00:00Z' },
  }),
  'operations.list': plain,
  'operations.undo': async (ground) => {
    const card = await freshCard(ground, [], []);
    const { operationId } = await ground.company.person('admin').call('appointments.confirm', {
      params: { id: card.appointments[0]!.id },
      body: { expected: expectedOf(card) },
    });
    return { body: { operationId } };
  },
  'imports.list': plain,
  'imports.upload': async () => ({ query: { fileName: 'requests.csv' }, upload: CSV }),
  'imports.get': imported,
  'imports.check': async (ground) => ({ ...(await imported(ground)), body: mapping }),
  'imports.rows': imported,
  'imports.run': imported,
  'imports.cancel': imported,
  'imports.result': imported,
};

/** Whoever was left at work by an earlier request of the sweep has gone home: one Working per technician. */
function working(name: EndpointName, steps: readonly Steps[]): Maker {
  const make = command(name, steps, ana);
  return async (ground) => {
    await ground.database.transaction({ tenantId: 'system' }, (tx) =>
      tx.query(
        `update company.assignments set status = 'Done', paused = false where tenant_id = 1 and status = 'Working'`,
      ),
    );
    return make(ground);
  };
}

let keys = 0;
/** Over the real socket, with the headers its row needs; `raw` sends a text instead of the body. */
export function send(browser: Browser, name: EndpointName, call: Call, raw?: string): Promise<Response> {
  const row: Endpoint = endpoints[name];
  const headers: Record<string, string> = {};
  if (row.idempotency === 'key' || row.idempotency === 'versions')
    headers['idempotency-key'] = `sweep-${++keys}`;
  const init: RequestInit = { method: row.method, headers };
  if (row.kind === 'upload') {
    headers['content-type'] = 'application/octet-stream';
    init.body = call.upload ?? '';
  } else if (row.method !== 'GET') {
    headers['content-type'] = 'application/json';
    init.body = raw ?? JSON.stringify(row.body === null ? {} : (call.body ?? {}));
  }
  return browser.fetch(urlOf(name, call.params, call.query), init);
}
