/** Vendors by CSV, over the whole way of a command (issue 5, part 0). */
import { expect, test } from 'vitest';
import { type Company, makeCompany } from '#testing/company.ts';
import { eachEngine } from '#testing/databases.ts';
import { type ListOfFiles, listFiles, toldOf } from '#testing/list-files.ts';
import { exportVendors } from './import.ts';

let keys = 0;
const key = () => `vendor-import-${++keys}`;
const buyer = (office: Company) => office.person('purchasing');
const files: ListOfFiles = listFiles('vendors.checkImport', 'vendors.import', exportVendors);
const all = async (office: Company) => (await buyer(office).call('vendors.list')).items;
const set = async (office: Company, kind: 'tag' | 'paymentTerm', values: Record<string, unknown>) => {
  const area = kind === 'tag' ? 'setupRecords.create' : 'books.create';
  const { record } = await office.person('admin').call(area, {
    key: key(),
    body: { kind, values } as never,
  });
  return record.id;
};

eachEngine('vendors by CSV', (database) => {
  const company = () => makeCompany(database());

  test('every field is taken over, references by name; out and in again changes nothing; one undo takes all back', async () => {
    const office = await company();
    const [tagId, paymentTermId] = [
      await set(office, 'tag', { name: 'Pumps; valves' }),
      await set(office, 'paymentTerm', { name: 'Net 45', dueInDays: 45 }),
    ];
    await files.bring(office, 'Name,Street,City\nHead Office,1 Main St,Boston');
    const csv = [
      'Name;Contact’s first name;Contact’s last name;Phone;E-mail;Fax;Street;Unit;City;State;ZIP;Country;Orders go out;Payment term;Remit to;Tags;Tax %;Over-receipt %;Price tolerance %;Memo;External key',
      'Ferguson;Ann;Lee;617 555 0134;ann@ferguson.test;617 555 0135;2 Dock St;4;Quincy;MA;02169;US;E-mail, PDF;net 45;head office;"""Pumps; valves""";6.25;5 %;2;"Rings twice\nat the door";F-1',
      'Reece;;;;;;3 Dock St;;Quincy;;;;;;;;;;;;',
    ].join('\n');
    const { operationId } = await files.bring(office, csv);
    const [ferguson, headOffice, reece] = await all(office);
    expect(await buyer(office).call('vendors.get', { params: { id: ferguson!.id } })).toMatchObject({
      contactFirstName: 'Ann',
      contactLastName: 'Lee',
      fax: '617 555 0135',
      unit: '4',
      zip: '02169',
      deliveryOption: 'EmailAsPdf',
      paymentTermId,
      remittanceVendorId: headOffice!.id,
      tagIds: [tagId],
      defaultTaxRate: 62_500,
      overReceiptTolerance: 50_000,
      priceTolerance: 20_000,
      memo: 'Rings twice\nat the door',
      externalKey: 'F-1',
    });
    expect(await buyer(office).call('vendors.get', { params: { id: reece!.id } })).toMatchObject({
      country: 'US',
      deliveryOption: 'Manual',
      version: 1,
    });
    expect((await files.check(office, csv)).counts).toEqual({
      create: 0,
      update: 0,
      unchanged: 2,
      reject: 0,
    });
    const again = await files.check(office, await files.out(office, database()));
    expect([again.counts, again.ignored]).toEqual([{ create: 0, update: 0, unchanged: 3, reject: 0 }, []]);
    await buyer(office).call('operations.undo', { body: { operationId: operationId! } });
    expect((await all(office)).map(({ name }) => name)).toEqual(['Head Office']);
    await buyer(office).call('operations.redo', { body: {} });
    expect(await all(office)).toHaveLength(3);
  });

  test('a row is found by its key, else by its name; branches of one name must be told apart', async () => {
    const office = await company();
    await files.bring(
      office,
      'Name,Street,City,External key\nFerguson,1 A St,Quincy,F-1\nReece,2 A St,Quincy,',
    );
    await files.bring(office, 'Name,City,External key\nFerguson Supply,Boston,F-1\nREECE,Hull,R-1');
    expect((await all(office)).map(({ name, city, externalKey }) => [name, city, externalKey])).toEqual([
      ['Ferguson Supply', 'Boston', 'F-1'],
      ['REECE', 'Hull', 'R-1'],
    ]);
    // Another key is another branch.
    await files.bring(office, 'Name,Street,City,External key\nReece,9 B St,Lynn,R-2');
    const told = await files.check(office, 'Name,City\nReece,Salem\nNobody,Salem\nNobody,Salem');
    expect(toldOf(told)).toEqual(['2 reject several', '3 reject missing', '4 reject missing repeated']);
  });

  test('a refused row says what the form would; the others are written', async () => {
    const office = await company();
    await files.bring(office, 'Name,Street,City\nBank,1 A St,Quincy\nOther,1 A St,Quincy');
    const csv = [
      'Name,Street,City,E-mail,Phone,Orders go out,Payment term,Remit to,Tax %',
      'Good,1 B St,Quincy,,,,,Bank,',
      'No mail,1 B St,Quincy,,,"E-mail, PDF",,,',
      'Bad,1 B St,Quincy,nope,12,,Net 99,Nobody,101',
      'Bank,1 A St,Quincy,,,,,Other,',
      'Short,1 B St',
    ].join('\n');
    const told = await files.check(office, csv);
    expect(toldOf(told)).toEqual(
      [
        '4 reject unknown_name unknown_name invalid invalid invalid',
        '3 reject vendor.email_needed',
        '5 reject vendor.remits_on',
        '6 reject ragged missing',
        '2 create',
      ].sort(),
    );
    expect((await files.bring(office, csv)).isWritten).toBe(true);
    expect((await all(office)).map(({ name }) => name)).toEqual(['Bank', 'Good', 'Other']);
  });

  test('what somebody changed since the check is shown again instead of written over; other fields are kept', async () => {
    const office = await company();
    await files.bring(office, 'Name,Street,City,External key\nReece,2 A St,Quincy,R-1');
    const [{ id } = { id: 0 }] = await all(office);
    const csv = 'External key,City,Name\nR-1,Hull,Reece';
    const { seen } = await files.check(office, csv);
    const change = (changes: object, version: number) =>
      office.person('admin').call('vendors.update', {
        params: { id },
        body: { expected: [{ kind: 'vendor', id, version }], changes },
      });
    await change({ memo: 'Closed on Mondays' }, 1);
    expect((await files.write(office, csv, seen)).isWritten).toBe(true);
    await change({ city: 'Lynn' }, 3);
    const { seen: second } = await files.check(office, csv);
    await change({ city: 'Salem' }, 4);
    expect(await files.write(office, csv, second)).toMatchObject({ isWritten: false, operationId: null });
    expect(await buyer(office).call('vendors.get', { params: { id } })).toMatchObject({
      city: 'Salem',
      memo: 'Closed on Mondays',
    });
  });

  test('two who bring one file at once make each vendor once', async () => {
    const office = await company();
    const csv = 'Name,Street,City\nReece,2 A St,Quincy';
    const { seen } = await files.check(office, csv);
    const both = await Promise.all([files.write(office, csv, seen), files.write(office, csv, seen)]);
    expect(both.map(({ isWritten }) => isWritten).sort()).toEqual([false, true]);
    expect(await all(office)).toHaveLength(1);
  });
});
