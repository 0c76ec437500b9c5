import { expect, test } from 'vitest';
import { endpoints } from '#contract/endpoints.ts';
import { rightsOf } from '#domain/roles.ts';
import { bookingBody, makeCompany } from '#testing/company.ts';
import { eachEngine } from '#testing/databases.ts';
import { bookJob } from './book.ts';

eachEngine('giving a job to somebody while it is booked', (database) => {
  test('is for those who have the right; without it the same job is booked unassigned', async () => {
    const company = await makeCompany(database());
    const body = (technicianIds: readonly number[]) => bookingBody(company, { technicianIds });
    const bookAs = (rights: ReturnType<typeof rightsOf>, technicianIds: readonly number[]) =>
      database().transaction({ tenantId: 1 }, (tx) =>
        bookJob(
          tx,
          {
            actor: { ...company.person('accounting').actor, rights },
            now: company.clock.now(),
            requestId: 'test',
            address: '',
          },
          endpoints['jobs.book'].body.parse(body(technicianIds)),
        ),
      );
    const [ana] = company.technicianIds;
    await expect(bookAs(rightsOf({ roles: ['accounting'] }), [ana!])).rejects.toMatchObject({
      code: 'session.forbidden',
      params: { right: 'assignsWhileBooking' },
    });
    expect((await bookAs(rightsOf({ roles: ['accounting'] }), [])).cards).toHaveLength(1);
    const { cards } = await bookAs(rightsOf({ roles: ['csr'] }), [ana!]);
    expect(cards[0]!.appointments[0]!.assignments).toMatchObject([{ technicianId: ana }]);
  });

  test('what is wrong with a booking is said in codes', async () => {
    const company = await makeCompany(database());
    const csr = company.person('csr');
    await database().transaction({ tenantId: 'system' }, (tx) =>
      tx.query(
        `insert into company.custom_fields (tenant_id, id, owner, key, label, kind, required_at_booking, created_on, modified_on)
         values (1, 900, 'job', 'gate', 'Gate code', 'Text', true, now(), now())`,
      ),
    );
    await expect(csr.call('jobs.book', { key: 'a', body: bookingBody(company) })).rejects.toMatchObject({
      fields: [{ path: 'customFields.gate', code: 'required', message: '' }],
    });
    const elsewhere = {
      ...bookingBody(company),
      customFields: { gate: '4711' },
      location: { ofNewCustomer: 5 },
    };
    await expect(csr.call('jobs.book', { key: 'b', body: elsewhere })).rejects.toMatchObject({
      fields: [{ path: 'location.ofNewCustomer', code: 'missing', message: '' }],
    });
    await expect(csr.call('jobs.list', { query: { after: 'x' } })).rejects.toMatchObject({
      fields: [{ path: 'after', code: 'cursor', message: '' }],
    });
  });

  test('a choice, a number or yes and no of the company’s own fields are what the set-up says, when booked and later', async () => {
    const company = await makeCompany(database());
    const csr = company.person('csr');
    await database().transaction({ tenantId: 'system' }, (tx) =>
      tx.query(
        `insert into company.custom_fields (tenant_id, id, owner, key, label, kind, choices, required_at_booking, created_on, modified_on)
         values (1, 910, 'job', 'roof', 'Roof access', 'Choice', 'Ladder, Hatch', true, now(), now()),
                (1, 911, 'job', 'floors', 'Floors', 'Number', '', false, now(), now()),
                (1, 912, 'job', 'dog', 'Dog', 'YesNo', '', true, now(), now())`,
      ),
    );
    const book = (key: string, customFields: Record<string, string>) =>
      csr.call('jobs.book', { key, body: { ...bookingBody(company), customFields } });
    await expect(book('a', { roof: 'Crane', floors: 'two' })).rejects.toMatchObject({
      fields: [
        { path: 'customFields.roof', code: 'not_choice' },
        { path: 'customFields.floors', code: 'not_number' },
        { path: 'customFields.dog', code: 'required' },
      ],
    });
    const ofNobody = { roof: 'Hatch', dog: 'No', brought: 'along', constructor: 'x' };
    await expect(book('c', ofNobody)).rejects.toMatchObject({
      fields: [
        { path: 'customFields.brought', code: 'unknown' },
        { path: 'customFields.constructor', code: 'unknown' },
      ],
    });
    const { cards } = await book('b', { roof: 'Hatch', dog: 'No' });
    const { id, version } = cards[0]!.job;
    // As an import leaves it.
    await database().transaction({ tenantId: 'system' }, (tx) =>
      tx.query(`update company.jobs set custom_fields = custom_fields || '{"brought": "along"}'`),
    );
    const customFields = { ...cards[0]!.job.customFields, brought: 'along' };
    const change = (values: Record<string, string>) =>
      csr.call('jobs.update', {
        params: { id },
        key: JSON.stringify(values),
        body: {
          expected: [{ kind: 'job', id, version }],
          changes: { customFields: { ...customFields, ...values } },
        },
      });
    await expect(change({ dog: 'maybe' })).rejects.toMatchObject({
      fields: [{ path: 'changes.customFields.dog', code: 'not_yes_no' }],
    });
    await expect(change({ made: 'up' })).rejects.toMatchObject({
      fields: [{ path: 'changes.customFields.made', code: 'unknown' }],
    });
    // A choice may go; the job keeps it, and its other fields are changed all the same.
    await database().transaction({ tenantId: 'system' }, (tx) =>
      tx.query(`update company.custom_fields set choices = 'Ladder' where tenant_id = 1 and id = 910`),
    );
    for (const dog of ['', '  ', '\u200b']) {
      await expect(change({ floors: '3', dog })).rejects.toMatchObject({
        code: 'request.invalid',
        fields: [{ path: 'changes.customFields.dog', code: 'required' }],
      });
    }
    const withoutDog = { roof: 'Hatch', brought: 'along' };
    await expect(
      csr.call('jobs.update', {
        params: { id },
        body: { expected: [{ kind: 'job', id, version }], changes: { customFields: withoutDog } },
      }),
    ).rejects.toMatchObject({ fields: [{ path: 'changes.customFields.dog', code: 'required' }] });
    const changed = await change({ floors: '3', dog: 'Yes' });
    expect(changed.cards[0]!.job.customFields).toEqual({
      roof: 'Hatch',
      floors: '3',
      dog: 'Yes',
      brought: 'along',
    });
  });
});
