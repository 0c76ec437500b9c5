/** Two companies on one real backend behind the real front door, and what a sweep over all routes needs of them. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createImports } from '#backend/imports/imports.ts';
import { createBackend } from '#backend/upstream.ts';
import { hashPassword } from '#bff/login/password-hash.ts';
import type { BodyIn } from '#contract/endpoints.ts';
import type { JobCardView } from '#contract/job.ts';
import type { Database } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { instant } from '#domain/time.ts';
import type { Browser } from '../browser.ts';
import { bookingBody, type Company, makeCompany } from '../company.ts';
import type { FixedClock } from '../fixed-clock.ts';
import { PASSWORD, type Stack, startStack } from '../stack.ts';

/** Everybody of company 1, by role; `confined` is a dispatcher of its first business unit only. */
export const PEOPLE = [
  'csr',
  'dispatcher',
  'purchasing',
  'accounting',
  'admin',
  'technician',
  'confined',
] as const;
export type Who = (typeof PEOPLE)[number];

export type Records = {
  readonly card: JobCardView;
  readonly customerId: Id;
  readonly locationId: Id;
  readonly contactId: Id;
  readonly tagId: Id;
  readonly zoneId: Id;
  readonly taxZoneId: Id;
  readonly timeOffId: Id;
  readonly nonJobEventId: Id;
  readonly shiftId: Id;
  readonly importId: Id;
};

export type Ground = {
  readonly database: Database;
  readonly company: Company;
  readonly foreign: Company;
  readonly mine: Records;
  readonly theirs: Records;
  /** A job of company 1's second business unit, on a technician's lane. */
  readonly otherUnit: JobCardView;
  readonly stack: Stack;
  readonly clock: FixedClock;
  as(who: Who): Browser;
  /** All bytes any browser of the sweep was sent: heads and bodies. */
  readonly answers: string[];
  close(): Promise<void>;
};

/** In the names of what nobody else may see. */
export const FOREIGN_CANARY = 'Zz-foreign-canary';
export const UNIT_CANARY = 'Zz-unit-canary';

export async function makeGround(database: Database): Promise<Ground> {
  const company = await makeCompany(database, 1);
  const foreign = await makeCompany(database, 2);
  const folder = mkdtempSync(join(tmpdir(), 'truckroll-sweep-'));
  const clock = company.clock as FixedClock;
  const imports = createImports({ database, clock, folder, onFault: () => {} });
  const backend = createBackend({ database, clock, imports: imports.answer });
  await letThemIn(database, company);
  const stack = await startStack({ database, upstream: backend, clock, seed: false, secrets: [PASSWORD] });
  const answers: string[] = [];
  const browsers = new Map<Who, Browser>();
  for (const who of PEOPLE) browsers.set(who, await signIn(stack, who, answers));
  const [ana] = company.technicianIds as [Id];
  const otherUnit = await company.book({
    name: UNIT_CANARY,
    businessUnitId: company.otherUnitId,
    technicianIds: [ana],
    start: instant('2026-11-21T20:00:00Z'),
    end: instant('2026-11-21T22:00:00Z'),
  });
  return {
    database,
    company,
    foreign,
    mine: await makeRecords(database, company, 'Maria Lopez'),
    theirs: await makeRecords(database, foreign, FOREIGN_CANARY),
    otherUnit,
    stack,
    clock,
    as: (who) => browsers.get(who)!,
    answers,
    async close() {
      await imports.stop();
      await stack.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function letThemIn(database: Database, company: Company): Promise<void> {
  const hash = await hashPassword(PASSWORD);
  await database.transaction({ tenantId: 'system' }, async (tx) => {
    await tx.query(
      `insert into office.users (tenant_id, id, email, name, password_hash, roles, business_unit_ids) values
         (1, 190, 'technician@company1.test', 'technician', '', '{technician}', null),
         (1, 191, 'confined@company1.test', 'confined', '', '{dispatcher}', array[$1::bigint])`,
      [company.businessUnitId],
    );
    await tx.query('update office.users set password_hash = $1', [hash]);
  });
}

async function signIn(stack: Stack, who: Who, answers: string[]): Promise<Browser> {
  const browser = stack.browser();
  const answer = await browser.post('/bff/sign-in', { email: `${who}@company1.test`, password: PASSWORD });
  if (answer.status !== 200) throw new Error(`${who}: ${answer.status} ${await answer.text()}`);
  await answer.text();
  const { fetch: send } = browser;
  return {
    ...browser,
    async fetch(path, init) {
      const response = await send(path, init);
      const text = await response.clone().text();
      answers.push(`${JSON.stringify([...response.headers])} ${text}`);
      return response;
    },
  };
}

async function makeRecords(database: Database, company: Company, name: string): Promise<Records> {
  const { tenantId } = company;
  const base = tenantId * 100 + 50;
  await database.transaction({ tenantId: 'system' }, async (tx) => {
    for (const [at, table] of ['tags', 'zones', 'tax_zones'].entries()) {
      await tx.query(
        `insert into company.${table} (tenant_id, id, name, created_on, modified_on) values ($1, $2, $3, now(), now())`,
        [tenantId, base + at, name],
      );
    }
    await tx.query(
      `insert into company.imports (tenant_id, id, file_name, encoding, delimiter, status, columns, rows_total, created_by, created_on, modified_on)
       values ($1, $2, $3, 'utf-8', ',', 'Uploaded', '[]', 0, $4, now(), now())`,
      [tenantId, base + 3, `${name}.csv`, tenantId * 100 + 24],
    );
  });
  const dispatcher = company.person('dispatcher');
  const [, sam] = company.technicianIds as [Id, Id];
  const body: BodyIn<'jobs.book'> = {
    ...bookingBody(company, { name, technicianIds: [sam] }),
    customer: {
      new: {
        name,
        locations: [{ street: `${name} Street` }],
        contacts: [{ kind: 'Phone', value: `${name} 617 555 0100` }],
      },
    },
  };
  const { cards } = await dispatcher.call('jobs.book', { key: `ground ${tenantId}`, body });
  const card = cards[0]!;
  const customer = await dispatcher.call('customers.get', { params: { id: card.job.customerId } });
  const span = {
    technicianId: sam,
    start: instant('2026-11-25T14:00:00Z'),
    end: instant('2026-11-25T15:00:00Z'),
  };
  const later = { ...span, start: instant('2026-11-26T14:00:00Z'), end: instant('2026-11-26T15:00:00Z') };
  const off = await dispatcher.call('timeOff.add', {
    key: `off ${tenantId}`,
    body: { ...span, label: name },
  });
  const event = await dispatcher.call('nonJobEvents.add', {
    key: `event ${tenantId}`,
    body: { ...later, label: name },
  });
  const shift = await dispatcher.call('shifts.add', { key: `shift ${tenantId}`, body: span });
  return {
    card,
    customerId: customer.id,
    locationId: customer.locations[0]!.id,
    contactId: customer.contacts[0]!.id,
    tagId: base,
    zoneId: base + 1,
    taxZoneId: base + 2,
    importId: base + 3,
    timeOffId: off.timeOff.id,
    nonJobEventId: event.nonJobEvent.id,
    shiftId: shift.shift.id,
  };
}
