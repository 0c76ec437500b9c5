import { expect, test } from 'vitest';
import { bookingBody, makeCompany } from '#testing/company.ts';
import { eachEngine } from '#testing/databases.ts';

eachEngine('what another program calls a record', (database) => {
  test('is kept by customer, location, contact and job, told in their history, and taken back by undo', async () => {
    const company = await makeCompany(database());
    const csr = company.person('csr');
    const { customer } = await csr.call('customers.create', {
      key: 'maria',
      body: {
        name: 'Maria Lopez',
        externalKey: 'C-1',
        locations: [{ street: '12 Main St', externalKey: 'L-1' }],
        contacts: [{ kind: 'Phone', value: '617 555 0142', externalKey: 'K-1' }],
      },
    });
    expect([
      customer.externalKey,
      customer.locations[0]!.externalKey,
      customer.contacts[0]!.externalKey,
    ]).toEqual(['C-1', 'L-1', 'K-1']);
    const { id, version } = customer;
    const changed = await csr.call('customers.update', {
      params: { id },
      body: { expected: [{ kind: 'customer', id, version }], changes: { externalKey: 'C-2' } },
    });
    expect(changed.customer.externalKey).toBe('C-2');
    const { entries } = await csr.call('history.get', { params: { kind: 'customer', id } });
    expect(entries[0]!.changes).toContainEqual({ field: 'externalKey', before: 'C-1', after: 'C-2' });
    await csr.call('operations.undo', { body: { operationId: changed.operationId } });
    expect((await csr.call('customers.get', { params: { id } })).externalKey).toBe('C-1');

    const { job } = await company.book();
    const written = await csr.call('jobs.update', {
      params: { id: job.id },
      body: {
        expected: [{ kind: 'job', id: job.id, version: job.version }],
        changes: { externalKey: 'J-1' },
      },
    });
    expect(written.cards[0]!.job.externalKey).toBe('J-1');
  });

  test('is one record’s: who wants it a second time is told whose it is, unless that one is not theirs to see', async () => {
    const company = await makeCompany(database());
    const csr = company.person('csr');
    const make = async (name: string, key: string | null) =>
      (
        await csr.call('customers.create', {
          key: name,
          body: {
            name,
            externalKey: key,
            locations: [{ street: `${name} St`, externalKey: key }],
            contacts: [{ kind: 'Email', value: `${name}@example.com`, externalKey: key }],
          },
        })
      ).customer;
    const ann = await make('Ann', 'A');
    await expect(make('Ben', 'A')).rejects.toMatchObject({
      code: 'record.key_taken',
      params: { kind: 'customer', name: 'Ann', pageId: ann.id },
      fields: [{ path: 'externalKey', code: 'taken' }],
    });
    const ben = await make('Cal', null);
    const wish = async (kind: 'location' | 'contact') => {
      const { id, version } = ben[`${kind}s`][0]!;
      return csr.call(`${kind}s.update`, {
        params: { id },
        body: { expected: [{ kind, id, version }], changes: { externalKey: 'A' } },
      });
    };
    await expect(wish('location')).rejects.toMatchObject({
      params: { kind: 'location', name: 'Ann St', pageId: ann.id },
      fields: [{ path: 'changes.externalKey', code: 'taken' }],
    });
    await expect(wish('contact')).rejects.toMatchObject({
      params: { kind: 'contact', name: 'Ann@example.com', pageId: ann.id },
    });

    const jobOf = async (businessUnitId: number, key: string) =>
      (await csr.call('jobs.book', { key, body: bookingBody(company, { businessUnitId }) })).cards[0]!.job;
    const [theirs, mine] = [
      await jobOf(company.otherUnitId, 'theirs'),
      await jobOf(company.businessUnitId, 'mine'),
    ];
    const call = (job: typeof mine, by = csr) =>
      by.call('jobs.update', {
        params: { id: job.id },
        body: {
          expected: [{ kind: 'job', id: job.id, version: job.version }],
          changes: { externalKey: 'J' },
        },
      });
    await call(theirs);
    await expect(call(mine)).rejects.toMatchObject({
      params: { kind: 'job', name: String(theirs.number), pageId: theirs.id },
    });
    const confined = company.person('csr', { units: [company.businessUnitId] });
    await expect(call(mine, confined)).rejects.toMatchObject({
      code: 'record.key_taken',
      params: { kind: 'job' },
    });
    expect(await call(mine, confined).catch(({ params }) => params)).toEqual({ kind: 'job' });
  });

  test('given by two at once, the second one is told too', async () => {
    const company = await makeCompany(database());
    const make = (name: string) =>
      company.person('csr').call('customers.create', { key: name, body: { name, externalKey: 'X' } });
    const answers = await Promise.allSettled(['Ann', 'Ben', 'Cal'].map(make));
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const one of answers) {
      if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'record.key_taken' });
    }
  });
});
