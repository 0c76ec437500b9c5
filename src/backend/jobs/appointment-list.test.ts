import { expect, test } from 'vitest';
import type { Id } from '#domain/ids.ts';
import { instant } from '#domain/time.ts';
import { type Company, makeCompany } from '#testing/company.ts';
import { eachEngine } from '#testing/databases.ts';

const at = (day: number, hour: number) => instant(`2026-12-${String(day).padStart(2, '0')}T${hour}:00:00Z`);

async function found(company: Company, query: Record<string, unknown>) {
  const { items } = await company.person('csr').call('appointments.list', { query });
  return items.map(({ customerName }) => customerName);
}

eachEngine('finding visits', (database) => {
  test('by day: any that overlaps it, in the order of their start', async () => {
    const company = await makeCompany(database());
    await company.book({ name: 'Late', start: at(2, 18), end: at(2, 20) });
    await company.book({ name: 'Over night', start: at(1, 22), end: at(2, 12) });
    await company.book({ name: 'Day after', start: at(3, 12), end: at(3, 14) });
    expect(await found(company, { from: at(2, 10), to: at(3, 10) })).toEqual(['Over night', 'Late']);
    expect(await found(company, { from: at(2, 12), to: at(3, 10) })).toEqual(['Late']);
  });

  test('by status, hold, confirmation, technician or nobody, unit, job and words', async () => {
    const company = await makeCompany(database());
    const [ana] = company.technicianIds as [Id];
    const csr = company.person('csr');
    const held = await company.book({ name: 'Held', start: at(1, 14), end: at(1, 15) });
    const taken = await company.book({
      name: 'Taken',
      start: at(2, 14),
      end: at(2, 15),
      technicianIds: [ana],
    });
    await company.book({
      name: 'Elsewhere',
      businessUnitId: company.otherUnitId,
      start: at(3, 14),
      end: at(3, 15),
    });
    const expected = (card: typeof held) => [
      { kind: 'job' as const, id: card.job.id, version: card.job.version },
      { kind: 'appointment' as const, id: card.appointments[0]!.id, version: card.appointments[0]!.version },
    ];
    await csr.call('appointments.hold', {
      params: { id: held.appointments[0]!.id },
      body: { expected: expected(held), reasonId: company.holdReasonId, memo: '' },
    });
    await csr.call('appointments.confirm', {
      params: { id: taken.appointments[0]!.id },
      body: { expected: expected(taken) },
    });
    expect(await found(company, { status: ['Hold'] })).toEqual(['Held']);
    expect(await found(company, { confirmed: 'yes' })).toEqual(['Taken']);
    expect(await found(company, { confirmed: 'no' })).toEqual(['Held', 'Elsewhere']);
    expect(await found(company, { technicianId: ana })).toEqual(['Taken']);
    expect(await found(company, { technicianId: 'none' })).toEqual(['Held', 'Elsewhere']);
    expect(await found(company, { businessUnitIds: [company.otherUnitId] })).toEqual(['Elsewhere']);
    expect(await found(company, { jobId: held.job.id })).toEqual(['Held']);
    expect(await found(company, { q: 'tak' })).toEqual(['Taken']);
    const confined = company.person('dispatcher', { units: [company.businessUnitId] });
    const { total } = await confined.call('appointments.list', { query: {} });
    expect(total).toBe(2);
  });

  test('page by page every visit once, also those that start together', async () => {
    const company = await makeCompany(database());
    for (let n = 0; n < 5; n++) await company.book({ name: `Same ${n}`, start: at(1, 14), end: at(1, 15) });
    const seen: Id[] = [];
    let after: string | undefined;
    do {
      const page = await company.person('csr').call('appointments.list', {
        query: { limit: 2, ...(after ? { after } : {}) },
      });
      expect(page.total).toBe(after ? null : 5);
      seen.push(...page.items.map(({ id }) => id));
      after = page.next ?? undefined;
    } while (after);
    expect(new Set(seen).size).toBe(5);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
  });
});
