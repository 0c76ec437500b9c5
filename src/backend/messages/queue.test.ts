import { expect, test } from 'vitest';
import type { JobCardView } from '#contract/job.ts';
import type { Id } from '#domain/ids.ts';
import { instant } from '#domain/time.ts';
import { bookingBody, type Company, makeCompany } from '#testing/company.ts';
import { eachEngine } from '#testing/databases.ts';

const at = (text: string) => instant(`2026-11-21T${text}:00Z`);
type Message = {
  kind: string;
  id: Id;
  channel: string;
  status: string;
  params: {
    change: string;
    appointmentId: Id;
    times: { start: string };
    before: { start: string } | null;
    contactId: Id | null;
  };
};

/** Maria can be written to by SMS and not by e-mail; Ana and Sam have a phone, and Sam wants no SMS. */
async function booked(company: Company, technicianIds: readonly Id[]): Promise<JobCardView> {
  const { cards } = await company.person('csr').call('jobs.book', {
    key: 'book',
    body: {
      ...bookingBody(company, { start: at('14:00'), end: at('16:00'), technicianIds }),
      customer: {
        new: {
          name: 'Maria Lopez',
          locations: [{ street: '12 Main St', city: 'Quincy' }],
          contacts: [
            { kind: 'Mobile', value: '617 555 0142' },
            { kind: 'Email', value: 'maria@example.com', mayMessage: false },
          ],
        },
      },
    },
  });
  return cards[0]!;
}

eachEngine('messages to customers and technicians', (database) => {
  const read = () =>
    database().transaction({ tenantId: 'system', readOnly: true }, (tx) =>
      tx.query<Message>(
        `select recipient_kind as kind, recipient_id as id, channel, status, params from office.messages m order by m.id`,
      ),
    );
  async function made() {
    const company = await makeCompany(database());
    await database().transaction({ tenantId: 'system' }, async (tx) => {
      await tx.query("update company.technicians set phone = '617 555 0101', email = ''");
      await tx.query('update company.technicians set sms_allowed = false where id = $1', [
        company.technicianIds[1],
      ]);
    });
    return company;
  }
  const expected = ({ id, version }: { id: Id; version: number }) => [
    { kind: 'appointment' as const, id, version },
  ];

  test('a technician who is taken off by a reassign is told, with the visit and both times', async () => {
    const company = await made();
    const [ana, , priya] = company.technicianIds as [Id, Id, Id];
    const card = await booked(company, [ana]);
    const [visit] = card.appointments;
    await company.person('dispatcher').call('appointments.reassign', {
      params: { id: visit!.id },
      body: {
        expected: expected(visit!),
        fromTechnicianId: ana,
        toTechnicianId: priya,
        start: at('17:00'),
        end: at('19:00'),
      },
    });
    const messages = await read();
    expect(messages.map(({ kind, id, channel, params }) => [kind, id, channel, params.change])).toEqual([
      ['customer', card.job.customerId, 'Sms', 'reassigned'],
      ['technician', ana, 'Sms', 'unassigned'],
      ['technician', priya, 'Sms', 'assigned'],
    ]);
    expect(messages[0]?.params).toMatchObject({
      appointmentId: visit!.id,
      times: { start: at('17:00') },
      before: { start: at('14:00') },
    });
    expect(messages[0]?.params.contactId).toBeGreaterThan(0);
  });

  test('who has declined messages gets none, and undo un-sends those that wait', async () => {
    const company = await made();
    const [, sam] = company.technicianIds as [Id, Id];
    const card = await booked(company, [sam]);
    const [visit] = card.appointments;
    const dispatcher = company.person('dispatcher');
    const { operationId } = await dispatcher.call('appointments.dispatch', {
      params: { id: visit!.id },
      body: { expected: expected(visit!), technicianId: sam },
    });
    const texts = async () => (await read()).map(({ kind, status }) => `${kind} ${status}`);
    expect(await texts()).toEqual(['customer Held']);
    await dispatcher.call('operations.undo', { body: { operationId } });
    expect(await texts()).toEqual(['customer Canceled']);
  });
});
