import { describe, expect, test } from 'vitest';
import type { BodyIn } from '#contract/endpoints.ts';
import { type Company, makeCompany } from '#testing/company.ts';
import { eachEngine } from '#testing/databases.ts';

let keys = 0;
const add = async (company: Company, body: Partial<BodyIn<'vendors.create'>> = {}) =>
  (
    await company.person('purchasing').call('vendors.create', {
      key: `vendor-${++keys}`,
      body: { name: 'Ferguson Supply', street: '1 Dock St', city: 'Quincy', ...body },
    })
  ).vendor;
type Known = { id: number; version: number };
const change = (
  company: Company,
  { id, version }: Known,
  changes: BodyIn<'vendors.update'>['changes'],
  role: 'purchasing' | 'accounting' = 'purchasing',
) =>
  company.person(role).call('vendors.update', {
    params: { id },
    body: { expected: [{ kind: 'vendor', id, version }], changes },
  });
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'ok',
    (error: { code: string }) => error.code,
  );

eachEngine('vendors', (database) => {
  const company = () => makeCompany(database());

  test('a vendor is made with a name and an address, and found as it was made', async () => {
    const office = await company();
    const made = await add(office, { email: 'orders@ferguson.test', deliveryOption: 'EmailAsPdf' });
    const read = await office.person('accounting').call('vendors.get', { params: { id: made.id } });
    expect(read).toEqual(made);
    expect(read).toMatchObject({ country: 'US', defaultTaxRate: 0, contacts: [], paidFor: [], active: true });
  });

  test('its payment term is one of the company’s lists, and in use when it is chosen', async () => {
    const office = await company();
    await database().transaction({ tenantId: 1 }, (tx) =>
      tx.query(
        `insert into company.payment_terms (tenant_id, id, name, due_in_days, active, created_on, modified_on)
         values (1, 901, 'Net 30', 30, true, now(), now()), (1, 902, 'Net 99', 99, false, now(), now())`,
      ),
    );
    const { paymentTerms } = await office.person('purchasing').call('setup.get');
    expect(paymentTerms).toMatchObject([
      { id: 901, name: 'Net 30', active: true },
      { id: 902, name: 'Net 99', active: false },
    ]);
    const vendor = await add(office, { paymentTermId: 901 });
    expect(await codeOf(change(office, vendor, { paymentTermId: 902 }))).toBe('vendor.inactive_reference');
    expect(await codeOf(change(office, vendor, { paymentTermId: 999 }))).toBe('record.not_found');
  });

  test('orders by e-mail need an address, and are told so', async () => {
    const office = await company();
    const vendor = await add(office);
    expect(await codeOf(change(office, vendor, { deliveryOption: 'EmailAsExcel' }))).toBe(
      'vendor.email_needed',
    );
  });

  test('two people who change different fields both count; the same field is told about', async () => {
    const office = await company();
    const vendor = await add(office);
    await change(office, vendor, { memo: 'Side door' });
    const { merged, vendor: now } = await change(office, vendor, { fax: '617 555 0142' }, 'accounting');
    expect([merged, now.memo, now.fax]).toEqual([true, 'Side door', '617 555 0142']);
    await expect(change(office, vendor, { memo: 'Front door' }, 'accounting')).rejects.toMatchObject({
      code: 'request.stale',
      params: { fields: [{ field: 'memo', now: 'Side door' }] },
    });
  });

  test('who is paid in its place: not itself, not through a third, and told on both pages', async () => {
    const office = await company();
    const [one, paid, third] = [
      await add(office),
      await add(office, { name: 'Receivables' }),
      await add(office, { name: 'Third' }),
    ];
    expect(await codeOf(change(office, one, { remittanceVendorId: one.id }))).toBe('vendor.remits_to_itself');
    const { vendor } = await change(office, one, { remittanceVendorId: paid.id });
    expect(vendor.remittanceVendorName).toBe('Receivables');
    const read = await office.person('purchasing').call('vendors.get', { params: { id: paid.id } });
    expect(read.paidFor).toEqual([{ id: one.id, name: 'Ferguson Supply' }]);
    expect(await codeOf(change(office, paid, { remittanceVendorId: third.id }))).toBe('vendor.remits_on');
    expect(await codeOf(change(office, third, { remittanceVendorId: one.id }))).toBe('vendor.remits_on');
  });

  test('undo does not bring back a way of money that others have built on since', async () => {
    const office = await company();
    const [one, two, three] = [
      await add(office),
      await add(office, { name: 'Two' }),
      await add(office, { name: 'Three' }),
    ];
    const { vendor: first } = await change(office, one, { remittanceVendorId: two.id });
    const { operationId } = await change(office, first, { remittanceVendorId: null });
    await change(office, two, { remittanceVendorId: three.id }, 'accounting');
    await expect(
      office.person('purchasing').call('operations.undo', { body: { operationId } }),
    ).rejects.toMatchObject({ code: 'undo.not_possible', params: { because: 'vendor.remits_on' } });
  });

  test('people at the vendor come and go; all of it is undone, done again and told in the history', async () => {
    const office = await company();
    const purchasing = office.person('purchasing');
    const made = await add(office);
    const { vendor, operationId } = await purchasing.call('vendorContacts.create', {
      key: 'dana',
      body: { vendorId: made.id, contact: { name: 'Dana Reed', role: 'Counter', phone: '617 555 0142' } },
    });
    expect(vendor.contacts).toMatchObject([{ name: 'Dana Reed', role: 'Counter' }]);
    const [contact] = vendor.contacts as [(typeof vendor.contacts)[number]];
    const gone = await purchasing.call('vendorContacts.update', {
      params: { id: contact.id },
      body: {
        expected: [{ kind: 'vendorContact', id: contact.id, version: contact.version }],
        changes: { active: false },
      },
    });
    expect(gone.vendor.contacts).toEqual([]);
    await purchasing.call('operations.undo', { body: { operationId: gone.operationId } });
    const read = () => purchasing.call('vendors.get', { params: { id: made.id } });
    expect((await read()).contacts).toHaveLength(1);
    await purchasing.call('operations.redo', { body: {} });
    expect((await read()).contacts).toHaveLength(0);
    await purchasing.call('operations.undo', { body: {} });
    await purchasing.call('operations.undo', { body: { operationId } });
    expect((await read()).contacts).toHaveLength(0);
    const { entries } = await purchasing.call('history.get', {
      params: { kind: 'vendorContact', id: contact.id },
    });
    expect(entries.at(-1)).toMatchObject({ verb: 'vendor-contact.added', created: true });
  });

  test('it is found by name, people, number, e-mail and city, with and without undo', async () => {
    const office = await company();
    const vendor = await add(office, {
      name: 'Müller & Søn Supply',
      phone: '(617) 555-0142',
      email: 'Orders@Muller.test',
      contactLastName: 'Brandt',
    });
    await add(office, { name: 'Other', city: 'Boston' });
    const found = async (q: string) =>
      (await office.person('purchasing').call('vendors.list', { query: { q } })).items.map(({ id }) => id);
    for (const q of ['muller son', '617-555', '5550142', 'orders@muller', 'brandt', 'QUINCY'])
      expect([q, await found(q)]).toEqual([q, [vendor.id]]);
    const { operationId } = await change(office, vendor, { name: 'Northern Pipe' });
    expect([await found('muller supply'), await found('northern')]).toEqual([[], [vendor.id]]);
    await office.person('purchasing').call('operations.undo', { body: { operationId } });
    expect([await found('muller supply'), await found('northern')]).toEqual([[vendor.id], []]);
  });

  describe('the list', () => {
    test('is by name, in pages, without those out of use', async () => {
      const office = await company();
      for (const name of ['delta', 'Alpha', 'charlie', 'Bravo']) await add(office, { name });
      const hidden = await add(office, { name: 'Aardvark' });
      await change(office, hidden, { active: false });
      const { call } = office.person('purchasing');
      const first = await call('vendors.list', { query: { limit: 3 } });
      const rest = await call('vendors.list', { query: { limit: 3, after: first.next } });
      expect([...first.items, ...rest.items].map(({ name }) => name)).toEqual([
        'Alpha',
        'Bravo',
        'charlie',
        'delta',
      ]);
      expect([first.total, rest.total, rest.next]).toEqual([4, null, null]);
      const outOfUse = await call('vendors.list', { query: { active: 'false' } });
      expect(outOfUse.items.map(({ name }) => name)).toEqual(['Aardvark']);
    });

    test('is narrowed by how orders go out and by tag', async () => {
      const office = await company();
      await database().transaction({ tenantId: 1 }, (tx) =>
        tx.query(
          `insert into company.tags (tenant_id, id, name, created_on, modified_on) values (1, 950, 'HVAC', now(), now())`,
        ),
      );
      const portal = await add(office, { name: 'Portal', deliveryOption: 'VendorPortal' });
      const tagged = await add(office, { name: 'Tagged', tagIds: [950] });
      const ids = async (query: Record<string, unknown>) =>
        (await office.person('purchasing').call('vendors.list', { query })).items.map(({ id }) => id);
      expect(await ids({ deliveryOptions: ['VendorPortal', 'Electronic'] })).toEqual([portal.id]);
      expect(await ids({ tagIds: [950] })).toEqual([tagged.id]);
    });
  });

  test('names alike are told, those in use first, and refused never', async () => {
    const office = await company();
    const old = await add(office, { name: 'Ferguson Suply Inc.' });
    await change(office, old, { active: false });
    const known = await add(office);
    await add(office, { name: 'Grainger' });
    const { call } = office.person('purchasing');
    const alike = await call('vendors.alike', { query: { name: 'Fergusen Supply' } });
    expect(alike.items.map(({ id }) => id)).toEqual([known.id, old.id]);
    const others = await call('vendors.alike', { query: { name: 'Ferguson Supply', except: known.id } });
    expect(others.items.map(({ id }) => id)).toEqual([old.id]);
    expect((await add(office)).name).toBe(known.name);
  });

  test('another program’s key names one vendor; who wants it again is told who has it', async () => {
    const office = await company();
    const known = await add(office, { externalKey: 'V-7' });
    await expect(add(office, { name: 'Second', externalKey: 'V-7' })).rejects.toMatchObject({
      code: 'record.key_taken',
      params: { kind: 'vendor', name: 'Ferguson Supply', pageId: known.id },
    });
  });
});
