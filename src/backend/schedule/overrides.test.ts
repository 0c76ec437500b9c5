import { expect, test } from 'vitest';
import type { JobCardView } from '#contract/job.ts';
import type { Id } from '#domain/ids.ts';
import { instant } from '#domain/time.ts';
import { type Company, makeCompany, type Person } from '#testing/company.ts';
import { eachEngine } from '#testing/databases.ts';

const at = (text: string) => instant(`2026-11-21T${text}:00Z`);

async function reschedule(
  person: Person,
  card: JobCardView,
  start: string,
  end: string,
  overrideReason?: string,
) {
  const [visit] = card.appointments;
  const { cards } = await person.call('appointments.reschedule', {
    params: { id: visit!.id },
    body: {
      expected: [{ kind: 'appointment', id: visit!.id, version: visit!.version }],
      start: at(start),
      end: at(end),
      overrideReason,
    },
  });
  return cards[0]!;
}
const overrideOn = (card: JobCardView) => card.appointments[0]!.assignments[0]!.override?.reason ?? null;

/** Ana's 14–16, and 15–18 taken over it with a reason. */
async function doubleBooked(company: Company) {
  const [ana] = company.technicianIds as [Id];
  await company.book({ start: at('14:00'), end: at('16:00'), technicianIds: [ana] });
  const free = await company.book({ start: at('16:00'), end: at('18:00'), technicianIds: [ana] });
  return reschedule(company.person('dispatcher'), free, '15:00', '18:00', 'Next door');
}

eachEngine('overrides', (database) => {
  test('a reason given by a CSR for a shorter visit overrides nothing and leaves no mark', async () => {
    const company = await makeCompany(database());
    const [ana] = company.technicianIds as [Id];
    const card = await company.book({ start: at('14:00'), end: at('16:00'), technicianIds: [ana] });
    const shorter = await reschedule(company.person('csr'), card, '14:00', '15:00', 'Because');
    expect(overrideOn(shorter)).toBeNull();
  });

  test('a visit on hold takes no time, so a reason for moving it overrides nothing', async () => {
    const company = await makeCompany(database());
    const [ana] = company.technicianIds as [Id];
    const csr = company.person('csr');
    const card = await company.book({ start: at('14:00'), end: at('16:00'), technicianIds: [ana] });
    const [visit] = card.appointments;
    const { cards } = await csr.call('appointments.hold', {
      params: { id: visit!.id },
      body: {
        expected: [{ kind: 'appointment', id: visit!.id, version: visit!.version }],
        reasonId: company.holdReasonId,
      },
    });
    expect(overrideOn(await reschedule(csr, cards[0]!, '18:00', '19:00', 'Because'))).toBeNull();
  });

  test('an overridden visit made shorter keeps its override while it still overlaps, and loses it when it no longer does', async () => {
    const company = await makeCompany(database());
    const csr = company.person('csr');
    const card = await doubleBooked(company);
    expect(overrideOn(card)).toBe('Next door');
    const shorter = await reschedule(csr, card, '15:00', '17:00');
    expect(overrideOn(shorter)).toBe('Next door');
    expect(overrideOn(await reschedule(csr, shorter, '16:00', '17:00'))).toBeNull();
  });
});
