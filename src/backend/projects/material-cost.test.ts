/** What a project's materials cost, by its orders' bills and its jobs' use of the shelves, on both engines (domain-rules §3, §6). */
import { expect, test } from 'vitest';
import { billingCompany } from '#testing/billing.ts';
import { key } from '#testing/buying.ts';
import { eachEngine } from '#testing/databases.ts';

eachEngine('the materials of a project', (database) => {
  test('are its bills, as expected and then as asked, and what its jobs took besides at the average', async () => {
    const billing = await billingCompany(database());
    const { office, books, pump, heater, shelf, raise, step, receive, stepBill, billsOf } = billing;
    const jobCard = await office.book();
    const { card: project } = await office.person('csr').call('projects.create', {
      key: key(),
      body: { place: { jobId: jobCard.job.id }, name: 'Whole house' },
    });
    const materials = async () => {
      const { rows } = await books.call('projects.budget', { params: { id: project.project.id } });
      return rows.find(({ kind }) => kind === 'Material')!.actualCents;
    };
    expect(await materials()).toBe(0);
    // Of its job: 4 × 50.00, 712.00 and 6.25 % expected once the paper says so.
    const { card: sent } = await step('markSent', await raise({ jobId: jobCard.job.id }));
    const lines = sent.lines.map((line) => ({
      lineId: line.id,
      inventoryLocationId: shelf,
      quantity: line.quantity,
      serials: line.skuId === heater ? ['H-1'] : [],
    }));
    const { card: order } = await receive(sent, lines);
    expect(await materials()).toBe(912_00);
    const [bill] = await billsOf(order.order.id);
    await stepBill('enter', bill!, { ...bill!.bill.expected, taxCents: 57_00 });
    expect(await materials()).toBe(969_00);
    const use = (skuId: number, quantity: number) =>
      office.person('csr').call('jobs.useMaterial', {
        key: key(),
        params: { id: jobCard.job.id },
        body: { inventoryLocationId: shelf, skuId, quantity },
      });
    await use(pump, 30_000);
    // Ordered for this job: on its bill already.
    expect(await materials()).toBe(969_00);
    const { card: stock } = await step(
      'markSent',
      await raise({ lines: [{ skuId: pump, quantity: 50_000 }] }),
    );
    await receive(stock, [{ lineId: stock.lines[0]!.id, inventoryLocationId: shelf, quantity: 50_000 }]);
    await use(pump, 20_000);
    expect(await materials()).toBe(969_00 + 50_00);
    const dispatcher = await office.person('dispatcher').call('projects.budget', {
      params: { id: project.project.id },
    });
    expect(dispatcher.rows.map(({ actualCents }) => actualCents)).toEqual([null, null, null]);
  });
});
