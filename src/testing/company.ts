/**
 * A small company for integration tests: one tenant, a business unit, technicians, job types, reasons; and an office
 * that calls the backend as a person of a role would. Each test makes its own customers and jobs.
 */
import { createHash } from 'node:crypto';
import { createBackend } from '#backend/upstream.ts';
import { type BodyIn, type EndpointName, endpoints, type ResultOf } from '#contract/endpoints.ts';
import type { Actor, Upstream } from '#contract/upstream.ts';
import type { Database, Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { type Right, type Role, rightsOf } from '#domain/roles.ts';
import { type Instant, instant } from '#domain/time.ts';
import { type FixedClock, fixedClock } from './fixed-clock.ts';

export const NOW = instant('2026-11-20T15:00:00.000Z');

export type Company = {
  readonly tenantId: Id;
  readonly businessUnitId: Id;
  readonly otherUnitId: Id;
  readonly jobTypeId: Id;
  readonly campaignId: Id;
  readonly holdReasonId: Id;
  readonly cancelReasonId: Id;
  readonly technicianIds: readonly Id[];
  readonly holdingLaneIds: readonly [Id, Id];
  readonly backend: Upstream;
  readonly clock: FixedClock;
  /** Someone of that role; `units` confines them. */
  person(role: Role, options?: { units?: readonly Id[]; userId?: Id; rights?: readonly Right[] }): Person;
  /** A residential customer with one location, booked by a CSR. */
  book(options?: Booking): Promise<ResultOf<'jobs.book'>['cards'][number]>;
};
export type Booking = {
  start?: Instant;
  end?: Instant;
  technicianIds?: readonly Id[];
  businessUnitId?: Id;
  name?: string;
};

export type Person = {
  readonly actor: Actor;
  call<N extends EndpointName>(
    name: N,
    request?: {
      params?: Record<string, unknown>;
      query?: Record<string, unknown>;
      body?: BodyIn<N>;
      key?: string;
    },
  ): Promise<ResultOf<N>>;
};

/** Fills an empty database with the company and returns the way to work in it. */
export async function makeCompany(
  database: Database,
  tenantId = 1,
  { canMail = false }: { readonly canMail?: boolean } = {},
): Promise<Company> {
  const clock = fixedClock(NOW);
  const backend = createBackend({
    database,
    clock,
    imports: () => Promise.reject(new Error('No imports in this test')),
    canMail,
  });
  const base = tenantId * 100;
  const ids = {
    tenantId,
    businessUnitId: base + 1,
    otherUnitId: base + 2,
    jobTypeId: base + 3,
    campaignId: base + 4,
    holdReasonId: base + 5,
    cancelReasonId: base + 6,
    technicianIds: [base + 11, base + 12, base + 13],
    holdingLaneIds: [base + 14, base + 15] as const,
  };
  await database.transaction({ tenantId: 'system' }, (tx) => insertSetUp(tx, ids));
  const person: Company['person'] = (role, options = {}) => {
    const actor: Actor = {
      tenantId,
      userId: options.userId ?? base + 20 + ROLES_IN_ORDER.indexOf(role),
      name: role,
      roles: [role],
      rights: options.rights ?? rightsOf({ roles: [role] }),
      businessUnitIds: options.units ?? null,
    };
    return { actor, call: caller(backend, actor) };
  };
  return {
    ...ids,
    backend,
    clock,
    person,
    async book(options = {}) {
      const { cards } = await person('csr').call('jobs.book', {
        key: `book-${++bookings}`,
        body: bookingBody(ids, options),
      });
      return cards[0]!;
    },
  };
}

let bookings = 0;
const ROLES_IN_ORDER: readonly Role[] = ['csr', 'dispatcher', 'purchasing', 'accounting', 'admin'];

type SetUpIds = Pick<
  Company,
  | 'tenantId'
  | 'businessUnitId'
  | 'otherUnitId'
  | 'jobTypeId'
  | 'campaignId'
  | 'holdReasonId'
  | 'cancelReasonId'
  | 'technicianIds'
  | 'holdingLaneIds'
>;

/** What a CSR sends to book the usual job: a new customer with one location. */
export const bookingBody = (ids: SetUpIds, options: Booking = {}): BodyIn<'jobs.book'> => ({
  customer: {
    new: { name: options.name ?? 'Maria Lopez', locations: [{ street: '12 Main St', city: 'Quincy' }] },
  },
  location: { ofNewCustomer: 0 },
  jobTypeId: ids.jobTypeId,
  businessUnitId: options.businessUnitId ?? ids.businessUnitId,
  campaignId: ids.campaignId,
  priority: 'Normal',
  summary: 'No cool',
  appointment: {
    start: options.start ?? instant('2026-11-21T14:00:00Z'),
    end: options.end ?? instant('2026-11-21T16:00:00Z'),
    technicianIds: [...(options.technicianIds ?? [])],
  },
});

function caller(backend: Upstream, actor: Actor): Person['call'] {
  return async (name, request = {}) => {
    const row = endpoints[name];
    const body: unknown = row.body ? row.body.parse(request.body ?? {}) : undefined;
    const response = await backend.call({
      endpoint: name,
      actor,
      params: request.params ?? {},
      query: request.query ?? {},
      body,
      idempotencyKey: request.key ?? null,
      bodyHash: createHash('sha256')
        .update(JSON.stringify(body ?? null))
        .digest('hex'),
      requestId: 'test',
      address: '127.0.0.1',
      signal: new AbortController().signal,
    });
    const schema = (row.responses as Record<number, { parse(value: unknown): unknown } | null>)[
      response.status
    ];
    // What the BFF would refuse to answer must not pass here either.
    return (schema ? schema.parse(response.body) : response.body) as never;
  };
}

async function insertSetUp(tx: Transaction, ids: SetUpIds): Promise<void> {
  const t = ids.tenantId;
  await tx.query(`insert into office.tenants (id, name) values ($1, $2)`, [t, `Company ${t}`]);
  for (const [index, role] of ROLES_IN_ORDER.entries()) {
    await tx.query(
      `insert into office.users (tenant_id, id, email, name, password_hash, roles) values ($1, $2, $3, $4, 'none', $5)`,
      [t, t * 100 + 20 + index, `${role}@company${t}.test`, role, [role]],
    );
  }
  await tx.query(
    `insert into company.business_units (tenant_id, id, name, time_zone, currency, created_on, modified_on)
     values ($1, $2, 'HVAC', 'America/New_York', 'USD', now(), now()), ($1, $3, 'Plumbing', 'America/New_York', 'USD', now(), now())`,
    [t, ids.businessUnitId, ids.otherUnitId],
  );
  await tx.query(
    `insert into company.job_types (tenant_id, id, name, duration_minutes, priority, created_on, modified_on) values ($1, $2, 'No cool', 90, 'Normal', now(), now())`,
    [t, ids.jobTypeId],
  );
  await tx.query(
    `insert into company.campaigns (tenant_id, id, name, created_on, modified_on) values ($1, $2, 'Phone book', now(), now())`,
    [t, ids.campaignId],
  );
  await tx.query(
    `insert into company.reasons (tenant_id, id, name, kind, created_on, modified_on) values ($1, $2, 'Parts', 'Hold', now(), now()), ($1, $3, 'Customer', 'Cancel', now(), now())`,
    [t, ids.holdReasonId, ids.cancelReasonId],
  );
  for (const [index, id] of ids.holdingLaneIds.entries()) {
    await tx.query(
      `insert into company.holding_lanes (tenant_id, id, name, position, created_on, modified_on) values ($1, $2, $3, $4, now(), now())`,
      [t, id, ['Later today', 'Next week'][index], index],
    );
  }
  for (const [index, id] of ids.technicianIds.entries()) {
    await tx.query(
      `insert into company.technicians (tenant_id, id, name, business_unit_id, created_on, modified_on) values ($1, $2, $3, $4, now(), now())`,
      [t, id, ['Ana Reyes', 'Sam Kowalski', 'Priya Nair'][index], ids.businessUnitId],
    );
  }
}
