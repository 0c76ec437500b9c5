/** What vendors sell, over the whole way of a command (domain-rules §5). */
import { expect, test } from 'vitest';
import type { BodyIn } from '#contract/endpoints.ts';
import type { Role } from '#domain/roles.ts';
import { addSku, addVendor, buyer, freshKey } from '#testing/cataloguing.ts';
import { type Company, makeCompany } from '#testing/company.ts';
import { eachEngine } from '#testing/databases.ts';

type Where = { vendorId: number; skuId: number };
type Item = BodyIn<'catalogue.create'>['item'];
const list = async (office: Company, where: Where, item: Partial<Item> = {}) =>
  (
    await buyer(office).call('catalogue.create', {
      key: freshKey(),
      body: { ...where, item: { cost: 84_100, ...item } },
    })
  ).item;
const change = (
  office: Company,
  { id, version }: { id: number; version: number },
  changes: BodyIn<'catalogue.update'>['changes'],
) =>
  buyer(office).call('catalogue.update', {
    params: { id },
    body: { expected: [{ kind: 'catalogueItem', id, version }], changes },
  });
const sold = async (office: Company, { id }: { id: number }, query = {}) =>
  (await buyer(office).call('vendors.catalogue', { params: { id }, query })).items;
const sellers = async (office: Company, { id }: { id: number }, query = {}) =>
  (await buyer(office).call('skus.vendors', { params: { id }, query })).items;
const undo = (office: Company, operationId: number) =>
  buyer(office).call('operations.undo', { key: freshKey(), body: { operationId } });
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'ok',
    (error: { code: string; params: { because?: string } }) => error.params.because ?? error.code,
  );
const marks = async (office: Company, of: { id: number }) =>
  (await sellers(office, of)).filter(({ preferred }) => preferred).map(({ vendorName }) => vendorName);

eachEngine('the vendor’s catalogue', (database) => {
  const company = () => makeCompany(database());
  async function stage() {
    const office = await company();
    const [ferguson, johnstone] = [await addVendor(office, 'Ferguson'), await addVendor(office, 'Johnstone')];
    const [motor, filter] = [await addSku(office, 'FRG-2231'), await addSku(office, 'FLT-16')];
    const at = (one: { id: number }, of: { id: number }) => ({ vendorId: one.id, skuId: of.id });
    return { office, ferguson, johnstone, motor, filter, at };
  }

  test('a SKU is listed with number, cost, lead time and price breaks, and read from either side', async () => {
    const { office, ferguson, johnstone, motor, filter, at } = await stage();
    const made = await list(office, at(ferguson, motor), {
      vendorPartNumber: 'FE-22-31',
      description: 'Fan motor, ball bearing',
      leadDays: 3,
      minQuantity: 20_000,
      priceBreaks: [{ from: 100_000, cost: 80_000 }],
      externalKey: 'C-1',
    });
    expect(made).toMatchObject({
      skuCode: 'FRG-2231',
      vendorName: 'Ferguson',
      preferred: false,
      active: true,
    });
    await list(office, at(ferguson, filter));
    await list(office, at(johnstone, motor));
    expect((await sold(office, ferguson)).map(({ skuCode }) => skuCode)).toEqual(['FLT-16', 'FRG-2231']);
    expect(await sellers(office, motor)).toEqual([
      made,
      expect.objectContaining({ vendorName: 'Johnstone', leadDays: null, priceBreaks: [] }),
    ]);
  });

  test('it is found by its code, its name, and the vendor’s number and words, in pages', async () => {
    const { office, ferguson, motor, filter, at } = await stage();
    await list(office, at(ferguson, motor), { vendorPartNumber: 'FE-22/31', description: 'Lüfter, leise' });
    await list(office, at(ferguson, filter));
    for (const q of ['2231', 'fe-22', 'FE 22 31', 'lufter', 'part frg']) {
      expect(
        (await sold(office, ferguson, { q })).map((one) => one.skuCode),
        q,
      ).toEqual(['FRG-2231']);
    }
    expect(await sellers(office, motor, { q: 'johnstone' })).toEqual([]);
    const page = await buyer(office).call('vendors.catalogue', {
      params: { id: ferguson.id },
      query: { limit: 1 },
    });
    expect(page).toMatchObject({ total: 2, items: [{ skuCode: 'FLT-16' }] });
    const rest = await sold(office, ferguson, { limit: 1, after: page.next! });
    expect(rest.map((one) => one.skuCode)).toEqual(['FRG-2231']);
  });

  test('a vendor has one row for a SKU, which comes back as it is said then', async () => {
    const { office, ferguson, motor, at } = await stage();
    const made = await list(office, at(ferguson, motor), { leadDays: 9 });
    expect(await codeOf(list(office, at(ferguson, motor)))).toBe('catalogue.listed_already');
    await change(office, made, { active: false });
    expect(await sold(office, ferguson)).toEqual([]);
    expect(await sold(office, ferguson, { active: 'false' })).toHaveLength(1);
    const back = await list(office, at(ferguson, motor), { cost: 70_000 });
    expect(back).toMatchObject({ id: made.id, cost: 70_000, leadDays: null, active: true });
  });

  test('two who list one SKU at once: one does, the other is told', async () => {
    const { office, ferguson, motor, at } = await stage();
    const both = await Promise.all([1, 2].map(() => codeOf(list(office, at(ferguson, motor)))));
    expect(both.sort()).toEqual(['catalogue.listed_already', 'ok']);
  });

  test('one vendor is preferred: the mark goes from one to the other, and one undo brings it back', async () => {
    const { office, ferguson, johnstone, motor, at } = await stage();
    await list(office, at(ferguson, motor), { preferred: true });
    const other = await list(office, at(johnstone, motor));
    const { operationId } = await change(office, other, { preferred: true });
    expect(await marks(office, motor)).toEqual(['Johnstone']);
    await undo(office, operationId);
    expect(await marks(office, motor)).toEqual(['Ferguson']);
  });

  test('of several who mark a vendor at once the last one’s stands alone', async () => {
    const { office, ferguson, johnstone, motor, at } = await stage();
    const items = [await list(office, at(ferguson, motor)), await list(office, at(johnstone, motor))];
    await Promise.all(items.map((one) => change(office, one, { preferred: true })));
    expect(await marks(office, motor)).toHaveLength(1);
  });

  test('a mark that was taken away does not come back beside another’s', async () => {
    const { office, ferguson, johnstone, motor, at } = await stage();
    const first = await list(office, at(ferguson, motor), { preferred: true });
    const second = await list(office, at(johnstone, motor));
    const { operationId } = await change(office, first, { preferred: false });
    const { operationId: later } = await change(office, second, { preferred: true });
    expect(await codeOf(undo(office, operationId))).toBe('catalogue.preferred_elsewhere');
    await undo(office, later);
    await undo(office, operationId);
    expect(await marks(office, motor)).toEqual(['Ferguson']);
  });

  test('one that was taken out comes back without a mark another vendor got since', async () => {
    const { office, ferguson, johnstone, motor, at } = await stage();
    const first = await list(office, at(ferguson, motor), { preferred: true });
    const { operationId } = await change(office, first, { active: false });
    await list(office, at(johnstone, motor), { preferred: true });
    await undo(office, operationId);
    expect(await marks(office, motor)).toEqual(['Johnstone']);
    expect(await sellers(office, motor)).toHaveLength(2);
  });

  test('a vendor that is added as the preferred one and taken back leaves the former', async () => {
    const { office, ferguson, johnstone, motor, at } = await stage();
    await list(office, at(ferguson, motor), { preferred: true });
    const added = await buyer(office).call('catalogue.create', {
      key: freshKey(),
      body: { ...at(johnstone, motor), item: { cost: 1, preferred: true } },
    });
    const { operationId: back } = await undo(office, added.operationId);
    expect(await marks(office, motor)).toEqual(['Ferguson']);
    expect(await sellers(office, motor)).toHaveLength(1);
    expect(back).toBeGreaterThan(added.operationId);
  });

  test('what is out of use is not listed anew; price breaks go upwards; what is not there is not there', async () => {
    const { office, ferguson, johnstone, motor, filter, at } = await stage();
    const made = await list(office, at(ferguson, motor));
    const breaks = [200_000, 100_000].map((from) => ({ from, cost: 1 }));
    expect(await codeOf(change(office, made, { priceBreaks: breaks }))).toBe('catalogue.breaks_out_of_order');
    const { item: gone } = await change(office, made, { active: false });
    const { operationId: _, ...out } = await buyer(office).call('vendors.update', {
      params: { id: ferguson.id },
      body: {
        expected: [{ kind: 'vendor', id: ferguson.id, version: ferguson.version }],
        changes: { active: false },
      },
    });
    expect(out.vendor.active).toBe(false);
    expect(await codeOf(list(office, at(ferguson, filter)))).toBe('catalogue.inactive_reference');
    expect(await codeOf(change(office, gone, { active: true }))).toBe('catalogue.inactive_reference');
    expect(await codeOf(list(office, { vendorId: 999_999, skuId: motor.id }))).toBe('record.not_found');
    expect(await codeOf(list(office, { vendorId: johnstone.id, skuId: 999_999 }))).toBe('record.not_found');
    expect(await codeOf(sold(office, { id: 999_999 }))).toBe('record.not_found');
  });

  test('two who change different fields both win; the same field is asked about', async () => {
    const { office, ferguson, motor, at } = await stage();
    const made = await list(office, at(ferguson, motor));
    await change(office, made, { cost: 90_000 });
    const { merged, item } = await change(office, made, { leadDays: 4 });
    expect([merged, item.cost, item.leadDays]).toEqual([true, 90_000, 4]);
    expect(await codeOf(change(office, made, { cost: 95_000 }))).toBe('request.stale');
  });

  test('the history tells each cost: who, when, from what to what', async () => {
    const { office, ferguson, motor, at } = await stage();
    const made = await list(office, at(ferguson, motor));
    await change(office, made, { cost: 90_000 });
    const { entries } = await buyer(office).call('history.get', {
      params: { kind: 'catalogueItem', id: made.id },
    });
    const costs = entries.map(({ changes }) => changes.find(({ field }) => field === 'cost'));
    expect(costs.map((one) => [one?.before, one?.after])).toEqual([
      [84_100, 90_000],
      [null, 84_100],
    ]);
  });

  test('the feed tells those who buy, and nobody else', async () => {
    const { office, ferguson, motor, at } = await stage();
    const { backend } = office;
    const start = (await backend.changes(office.person('admin').actor, null, 10)).position;
    const made = await list(office, at(ferguson, motor));
    const told = async (role: Role) =>
      (await backend.changes(office.person(role).actor, start, 10)).events.map(({ kind, type }) => [
        kind,
        type,
      ]);
    expect(await told('purchasing')).toEqual([['vendor', 'catalogue-item.added']]);
    expect(await told('accounting')).toEqual([['vendor', 'catalogue-item.added']]);
    for (const role of ['csr', 'dispatcher'] as const) {
      const asked = office.person(role).call('history.get', {
        params: { kind: 'catalogueItem', id: made.id },
      });
      expect(await codeOf(asked), role).toBe('record.not_found');
      expect(await told(role), role).toEqual([]);
    }
  });
});
