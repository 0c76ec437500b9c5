import { expect, test } from 'vitest';
import { ProblemError } from '#contract/problem.ts';
import { setupEndpoint } from '#contract/setup-endpoint.ts';
import type { Id } from '#domain/ids.ts';
import type { Role } from '#domain/roles.ts';
import type { SetupValues } from '#domain/setup/fields.ts';
import type { SetupKind } from '#domain/setup/kind-titles.ts';
import { bookingBody, type Company, makeCompany } from '#testing/company.ts';
import { eachEngine } from '#testing/databases.ts';

let keys = 0;
const add = (company: Company, kind: SetupKind, values: SetupValues, role: Role = 'admin') =>
  company
    .person(role)
    .call(setupEndpoint(kind, 'create'), { key: `books-${++keys}`, body: { kind, values } });
const change = (company: Company, kind: SetupKind, id: Id, version: number, changes: SetupValues) =>
  company.person('admin').call(setupEndpoint(kind, 'change'), {
    params: { id },
    body: { kind, expected: [{ kind, id, version }], changes },
  });
const usesOf = async (company: Company, kind: SetupKind, id: Id) =>
  (await company.person('accounting').call(setupEndpoint(kind, 'uses'), { params: { kind, id } })).uses;
const refused = async (call: Promise<unknown>) => {
  const error = await call.catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ProblemError);
  const { code, fields } = error as ProblemError;
  return [code, ...fields.map((field) => `${field.path} ${field.code}`)];
};

eachEngine('set-up of purchasing and of the books', (database) => {
  const system = (sql: string, params: readonly unknown[]) =>
    database().transaction({ tenantId: 'system' }, (tx) => tx.query(sql, params));

  test('an account is known by its number: that is taken once, its name may be another’s', async () => {
    const company = await makeCompany(database());
    const account = { number: '4000', name: 'Other', kind: 'Income' };
    const { record } = await add(company, 'glAccount', account);
    await add(company, 'glAccount', { ...account, number: '6900', kind: 'Expense' });
    expect(await refused(add(company, 'glAccount', account))).toEqual([
      'request.invalid',
      'values.number number_taken',
    ]);
    await change(company, 'glAccount', record.id, 1, { active: false });
    expect(await refused(add(company, 'glAccount', account))).toEqual([
      'request.invalid',
      'values.number number_taken_hidden',
    ]);
  });

  test('a role has one approval limit; taken out of use it is brought back, not made again', async () => {
    const company = await makeCompany(database());
    const limit = { role: 'purchasing', limitCents: 250_000 };
    const { record } = await add(company, 'approvalLimit', limit);
    expect(await refused(add(company, 'approvalLimit', limit))).toEqual([
      'request.invalid',
      'values.role same_taken',
    ]);
    const open = await change(company, 'approvalLimit', record.id, 1, { limitCents: null });
    expect(open.record.values.limitCents).toBeNull();
    await change(company, 'approvalLimit', record.id, 2, { active: false });
    expect(await refused(add(company, 'approvalLimit', limit))).toEqual([
      'request.invalid',
      'values.role same_taken_hidden',
    ]);
  });

  test('a limit is no history to who may not see costs, not even that it is there', async () => {
    const company = await makeCompany(database());
    const { record } = await add(company, 'approvalLimit', { role: 'purchasing', limitCents: 250_000 });
    const historyFor = (role: Role) =>
      company.person(role).call('history.get', { params: { kind: 'approvalLimit', id: record.id } });
    expect((await historyFor('purchasing')).entries).toHaveLength(1);
    for (const role of ['csr', 'dispatcher'] as const) {
      expect(await refused(historyFor(role))).toEqual(['record.not_found']);
    }
  });

  test('a truck that becomes a warehouse gives up its technician; half of that is told at the field', async () => {
    const company = await makeCompany(database());
    const [technicianId] = company.technicianIds as [Id];
    const truck = { name: 'Truck 7', kind: 'Truck', technicianId };
    const { record } = await add(company, 'inventoryLocation', truck);
    expect(await refused(change(company, 'inventoryLocation', record.id, 1, { kind: 'Warehouse' }))).toEqual([
      'request.invalid',
      'changes.technicianId custom',
    ]);
    const changes = { kind: 'Warehouse', technicianId: null };
    const parked = await change(company, 'inventoryLocation', record.id, 1, changes);
    expect(parked.record.values).toMatchObject(changes);
    const uses = await company
      .person('admin')
      .call('setupRecords.uses', { params: { kind: 'technician', id: technicianId } });
    expect(uses.uses.map(({ of }) => of)).not.toContain('inventoryLocation');
  });

  test('a step is not taken back where another’s change since would not fit to it', async () => {
    const company = await makeCompany(database());
    const [technicianId] = company.technicianIds as [Id];
    const other = company.person('purchasing');
    const place = (await add(company, 'inventoryLocation', { name: 'Van', kind: 'Warehouse' })).record;
    const truck = await change(company, 'inventoryLocation', place.id, 1, { kind: 'Truck' });
    await other.call('purchasing.change', {
      params: { id: place.id },
      body: {
        kind: 'inventoryLocation',
        expected: [{ kind: 'inventoryLocation', id: place.id, version: 2 }],
        changes: { technicianId },
      },
    });
    const hours = { name: 'Early', startMinute: 480, endMinute: 600 };
    const window = (await add(company, 'arrivalWindow', hours)).record;
    const earlier = await change(company, 'arrivalWindow', window.id, 1, { startMinute: 420 });
    await company.person('admin', { userId: other.actor.userId }).call('setupRecords.change', {
      params: { id: window.id },
      body: {
        kind: 'arrivalWindow',
        expected: [{ kind: 'arrivalWindow', id: window.id, version: 2 }],
        changes: { endMinute: 480 },
      },
    });
    for (const { operationId } of [truck, earlier]) {
      await expect(
        company.person('admin').call('operations.undo', { body: { operationId } }),
      ).rejects.toMatchObject({ code: 'undo.not_possible', params: { because: 'setup.does_not_fit' } });
    }
  });

  test('what names a tax zone, a term or an account is told before it goes out of use', async () => {
    const company = await makeCompany(database());
    const { tenantId } = company;
    const { job } = await company.book();
    const zone = (await add(company, 'taxZone', { name: 'Ohio' })).record;
    const term = (await add(company, 'paymentTerm', { name: 'Net 10', dueInDays: 10 })).record;
    const bank = { number: '1000', name: 'Bank', kind: 'Asset' };
    const account = (await add(company, 'glAccount', bank)).record;
    for (const one of [usesOf(company, 'taxZone', zone.id), usesOf(company, 'paymentTerm', term.id)])
      expect(await one).toEqual([]);
    await add(company, 'taxRate', {
      name: 'State',
      taxZoneId: zone.id,
      rate: 57_500,
      validFrom: '2026-11-01',
    });
    await system('update company.locations set tax_zone_id = $2 where tenant_id = $1 and id = $3', [
      tenantId,
      zone.id,
      job.locationId,
    ]);
    await system('update company.customers set payment_term_id = $2 where tenant_id = $1', [
      tenantId,
      term.id,
    ]);
    await system(
      `update company.business_units set payment_term_id = $2, tax_zone_id = $3, refund_account_id = $4
       where tenant_id = $1 and id = $5`,
      [tenantId, term.id, zone.id, account.id, company.businessUnitId],
    );
    await system(
      `insert into company.vendors (tenant_id, id, name, payment_term_id, created_on, modified_on)
       values ($1, 9501, 'Ferguson', $2, now(), now())`,
      [tenantId, term.id],
    );
    await system(
      `insert into company.payment_types (tenant_id, id, name, gl_account_id, created_on, modified_on)
       values ($1, 9502, 'Check', $2, now(), now())`,
      [tenantId, account.id],
    );
    await system(
      `insert into company.skus (tenant_id, id, code, name, kind, price, cost, gl_account_id, created_on, modified_on)
       values ($1, 9503, 'CAP-1', 'Capacitor', 'Material', 0, 0, $2, now(), now())`,
      [tenantId, account.id],
    );
    const told = async (kind: SetupKind, id: Id) =>
      (await usesOf(company, kind, id)).map(({ of, count, names }) => [of, count, ...names]);
    expect(await told('taxZone', zone.id)).toEqual([
      ['location', 1, '12 Main St'],
      ['businessUnit', 1, 'HVAC'],
      ['taxRate', 1, 'State'],
    ]);
    expect(await told('paymentTerm', term.id)).toEqual([
      ['customer', 1, 'Maria Lopez'],
      ['vendor', 1, 'Ferguson'],
      ['businessUnit', 1, 'HVAC'],
    ]);
    expect(await told('glAccount', account.id)).toEqual([
      ['sku', 1, 'CAP-1'],
      ['businessUnit', 1, 'HVAC'],
      ['paymentType', 1, 'Check'],
    ]);
  });

  test('a tax rate that is out of use is charged no more, what is made already keeps it', async () => {
    const company = await makeCompany(database());
    const zone = (await add(company, 'taxZone', { name: 'Ohio' })).record;
    const rate = { name: 'State', taxZoneId: zone.id, rate: 57_500, validFrom: '2020-01-01' };
    const { record } = await add(company, 'taxRate', rate);
    await system('update company.business_units set tax_zone_id = $2 where tenant_id = $1', [
      company.tenantId,
      zone.id,
    ]);
    const taxOf = async (id: Id) =>
      (await company.person('csr').call('jobs.invoice', { params: { id } })).tax?.rates.map(
        (one) => one.rate,
      );
    const before = await company.book();
    expect(await taxOf(before.job.id)).toEqual([57_500]);
    await change(company, 'taxRate', record.id, 1, { active: false });
    const { cards } = await company
      .person('csr')
      .call('jobs.book', { key: `books-${++keys}`, body: bookingBody(company, { name: 'Omar Haddad' }) });
    expect([await taxOf(before.job.id), await taxOf(cards[0]!.job.id)]).toEqual([[57_500], []]);
  });

  test('purchasing keeps what orders are made of and takes it back, accounting the books; neither the other’s', async () => {
    const company = await makeCompany(database());
    const [purchasing, accounting] = [company.person('purchasing'), company.person('accounting')];
    const type = await add(company, 'purchaseOrderType', { name: 'Stock' }, 'purchasing');
    const term = await add(company, 'paymentTerm', { name: 'Net 10', dueInDays: 10 }, 'accounting');
    const ofAdmin = await add(company, 'paymentTerm', { name: 'Net 20', dueInDays: 20 });
    const since = (role: Role, userId: Id) => company.person(role, { userId });
    for (const [who, { operationId }] of [
      [since('accounting', purchasing.actor.userId), type],
      [since('purchasing', accounting.actor.userId), term],
      [since('dispatcher', company.person('admin').actor.userId), ofAdmin],
    ] as const) {
      expect(await refused(who.call('operations.undo', { body: { operationId } }))).toEqual([
        'session.forbidden',
      ]);
    }
    await purchasing.call('operations.undo', { body: { operationId: type.operationId } });
    await accounting.call('operations.undo', { body: { operationId: term.operationId } });
    const terms = await accounting.call(setupEndpoint('paymentTerm', 'list'), {
      params: { kind: 'paymentTerm' },
    });
    expect(terms.items.filter(({ active }) => active).map(({ values }) => values.name)).toEqual(['Net 20']);
  });
});
