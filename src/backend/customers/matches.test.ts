import { expect, test } from 'vitest';
import { newCustomer } from '#contract/customer.ts';
import { makeCompany } from '#testing/company.ts';
import { eachEngine } from '#testing/databases.ts';
import { newIds } from '../write/ids.ts';
import { saveRecords } from '../write/save.ts';
import { customerRecords, idsNeeded } from './records.ts';

eachEngine('who is in the books already', (database) => {
  test('is recognised although half the town has the same exchange and a name earlier in the alphabet', async () => {
    const company = await makeCompany(database());
    const csr = company.person('csr');
    const neighbours = Array.from({ length: 400 }, (_, index) =>
      newCustomer.parse({
        name: `Ann Bishop ${index}`,
        contacts: [{ kind: 'Phone', value: `(617) 555-${2000 + index}` }],
        locations: [{ street: `${index + 1} Elm St`, city: 'Quincy' }],
      }),
    );
    await database().transaction({ tenantId: 1 }, async (tx) => {
      const ids = await newIds(
        tx,
        neighbours.reduce((sum, one) => sum + idsNeeded(one), 0),
      );
      const records = neighbours.flatMap((one) => customerRecords(one, ids.splice(0, idsNeeded(one))));
      const context = { actor: csr.actor, now: company.clock.now(), requestId: 'test', address: '' };
      await saveRecords(tx, context, { verb: 'customer.created', undoable: false }, records);
    });
    const { customer } = await csr.call('customers.create', {
      key: 'yara',
      body: {
        name: 'Yara Finch',
        contacts: [{ kind: 'Mobile', value: '617-555-0111' }],
        locations: [{ street: '9 Wren Way', city: 'Milton' }],
      },
    });
    const found = async (query: Record<string, string>) =>
      (await csr.call('customers.matches', { query })).items.map(({ customer: { id }, reasons }) => ({
        id,
        reasons,
      }));
    expect(await found({ phone: '6175550111' })).toEqual([{ id: customer.id, reasons: ['phone'] }]);
    expect(await found({ name: 'Finch, Yara', phone: '617 555 0112' })).toEqual([
      { id: customer.id, reasons: ['nameSwapped', 'phoneDigit'] },
    ]);
    // A letter of the name and a digit of the number wrong: found by the exchange and the other name.
    expect(await found({ name: 'Yara Fimch', phone: '617 555 0112' })).toEqual([
      { id: customer.id, reasons: ['nameTypo', 'phoneDigit'] },
    ]);
    expect(
      await found({ name: 'Yara Fimch', phone: '617 555 0112', street: '9 Wren Wey', city: 'Milton' }),
    ).toEqual([{ id: customer.id, reasons: ['nameTypo', 'phoneDigit', 'addressTypo'] }]);
  });
});
