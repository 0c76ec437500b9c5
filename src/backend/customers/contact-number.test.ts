import { expect, test } from 'vitest';
import { type Company, makeCompany } from '#testing/company.ts';
import { eachEngine } from '#testing/databases.ts';

const customerWith = async (company: Company, kind: 'Phone' | 'Email', value: string) =>
  (
    await company.person('csr').call('customers.create', {
      key: `${kind} ${value}`,
      body: { name: 'Maria Lopez', contacts: [{ kind, value }] },
    })
  ).customer.contacts[0]!;

eachEngine('the number of a contact', (database) => {
  test('becomes a phone number or stays as it was, whichever of kind and value is changed', async () => {
    const company = await makeCompany(database());
    const phone = await customerWith(company, 'Phone', '617 555 0142');
    const mail = await customerWith(company, 'Email', 'maria@acme.test');
    const change = (one: typeof phone, changes: object) =>
      company.person('csr').call('contacts.update', {
        params: { id: one.id },
        body: { expected: [{ kind: 'contact', id: one.id, version: one.version }], changes },
      });
    const refused = (message: string) => ({
      code: 'request.invalid',
      fields: [{ path: 'changes.value', code: 'custom', message }],
    });
    await expect(change(phone, { value: '617 55' })).rejects.toMatchObject(
      refused('is not a whole phone number: at least 2 digits are missing'),
    );
    await expect(change(mail, { kind: 'Mobile' })).rejects.toMatchObject(
      refused('is not a phone number: there are no digits in it'),
    );
    const { customer } = await change(mail, { kind: 'Mobile', value: '+1 617 555 0199 ext. 4' });
    expect(customer.contacts[0]).toMatchObject({ kind: 'Mobile', value: '+1 617 555 0199 ext. 4' });
  });

  test('as an import brought it along is not in the way of a change of its memo', async () => {
    const company = await makeCompany(database());
    const phone = await customerWith(company, 'Phone', '617 555 0142');
    await database().transaction({ tenantId: company.tenantId }, (tx) =>
      tx.query('update company.contacts set value = $3 where tenant_id = $1 and id = $2', [
        tx.tenantId,
        phone.id,
        '617-555-0142 or 555-0199',
      ]),
    );
    const change = (changes: object) =>
      company.person('csr').call('contacts.update', {
        params: { id: phone.id },
        body: { expected: [{ kind: 'contact', id: phone.id, version: phone.version }], changes },
      });
    const { customer } = await change({ memo: 'evenings', value: '617-555-0142 or 555-0199' });
    expect(customer.contacts[0]).toMatchObject({ memo: 'evenings', value: '617-555-0142 or 555-0199' });
  });
});
