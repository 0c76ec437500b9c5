import { describe, expect, test } from 'vitest';
import { recordPositions } from './mapping.ts';
import { recordPlanner } from './plan.ts';
import type { RecordImportKind } from './record-kinds.ts';

/** Plans rows under headings that are the fields themselves. */
function plans(kind: Exclude<RecordImportKind, 'jobs'>, fields: string, ...rows: string[][]) {
  const headers = fields.split(' ');
  const positions = recordPositions(headers, Object.fromEntries(headers.map((one) => [one, one])));
  const plan = recordPlanner(kind, { positions, columns: headers.length });
  return rows.map((row, index) => plan(index + 2, row));
}
const codes = (plan: { reasons: readonly { code: string }[] } | undefined) =>
  plan?.reasons.map(({ code }) => code);

describe('in a file without keys', () => {
  test('a customer is known by name and the first way to reach them, in whatever letters', () => {
    const [ana, again, other] = plans(
      'customers',
      'name phone email street',
      ['Ana Ruiz', '617-555-0142', 'ana@example.test', '1 Elm St'],
      ['ANA  RUIZ', '617-555-0142', '', ''],
      ['Ana Ruiz', '', 'ana@example.test', '2 Elm St'],
    );
    expect([ana!.key, other!.key]).toEqual(['ana ruiz, 617-555-0142', 'ana ruiz, ana@example.test']);
    expect(codes(again)).toEqual(['key.repeated']);
  });

  test('a place is known by whose it is and where, a contact by whose it is and its number', () => {
    const [place] = plans('locations', 'customerName street unit city', [
      'Ana Ruiz',
      '1 Elm St',
      '4',
      'Quincy',
    ]);
    const [contact] = plans('contacts', 'customerKey name mobile', ['12', 'Sam', '617-555-0142']);
    expect([place!.key, contact!.key]).toEqual(['ana ruiz, 1 elm st, 4, quincy', '12, sam, 617-555-0142']);
  });

  test('a key is not longer than any other, and a blank row has none', () => {
    const [long, blank] = plans('customers', 'name phone', ['A'.repeat(120), '617-555-0142'], ['', '']);
    expect([long!.key.length, codes(long)]).toEqual([100, []]);
    expect(codes(blank)).toEqual(['key.missing', 'name.missing']);
  });
});

describe('a customer’s row', () => {
  test('brings the customer, the place and each way to reach them', () => {
    const [plan] = plans('customers', 'externalKey name phone email street unit city state zip tags memo', [
      '12',
      ' Maria  Lopez ',
      '617-555-0142',
      'maria@example.test',
      '12 Elm St',
      'Apt 4',
      'Quincy',
      'MA',
      '02169',
      'VIP; Gate',
      'Two\r\nlines',
    ]);
    expect(plan).toMatchObject({
      line: 2,
      key: '12',
      summary: 'Maria Lopez',
      reasons: [],
      tags: ['VIP', 'Gate'],
    });
    expect(plan!.parts).toEqual([
      { kind: 'customer', key: '12', values: { name: 'Maria Lopez', memo: 'Two\nlines' } },
      {
        kind: 'location',
        key: 'customer:12',
        values: { street: '12 Elm St', unit: 'Apt 4', city: 'Quincy', state: 'MA', zip: '02169' },
      },
      { kind: 'contact', key: 'customer:12:phone', values: { kind: 'Phone', value: '617-555-0142' } },
      { kind: 'contact', key: 'customer:12:email', values: { kind: 'Email', value: 'maria@example.test' } },
    ]);
  });

  test('of a company is commercial and keeps its person in the memo', () => {
    const [plan] = plans('customers', 'externalKey firstName lastName company', [
      '1',
      'Ana',
      'Ruiz',
      'Acme LLC',
    ]);
    expect(plan!.parts[0]!.values).toEqual({
      name: 'Acme LLC',
      type: 'Commercial',
      memo: 'Contact: Ana Ruiz',
    });
  });

  test('without key or name is left out with both reasons; blank cells say nothing', () => {
    const [none, blank] = plans('customers', 'externalKey name memo', ['', ' ', 'x'], ['2', 'Ana', '']);
    expect(codes(none)).toEqual(['key.missing', 'name.missing']);
    expect(none!.parts).toEqual([]);
    expect(blank!.parts).toEqual([{ kind: 'customer', key: '2', values: { name: 'Ana' } }]);
  });

  test('with a key that an earlier row has taken is left out; after a row that was left out it counts', () => {
    const [first, second, third] = plans(
      'customers',
      'externalKey name',
      ['7', ''],
      ['7', 'Ana'],
      ['7', 'Bea'],
    );
    expect(codes(first)).toEqual(['name.missing']);
    expect(codes(second)).toEqual([]);
    expect(third!.reasons).toEqual([{ code: 'key.repeated', params: { line: 3 } }]);
  });

  test('tells what it could not read and keeps the rest', () => {
    const [plan] = plans(
      'customers',
      'externalKey name phone email customerType doNotService latitude longitude street',
      ['1', 'Ana\u202egnol', 'none', 'ana at home', 'VIP', 'maybe', '91', '0', '1 Elm St'],
    );
    expect(codes(plan)?.sort()).toEqual([
      'email.unreadable',
      'phone.unreadable',
      'point.unreadable',
      'value.unreadable',
      'value.unreadable',
    ]);
    expect(plan!.parts.map(({ values }) => values)).toEqual([{ name: 'Anagnol' }, { street: '1 Elm St' }]);
  });

  test('that is ragged is left out', () => {
    expect(plans('customers', 'externalKey name', ['1'])[0]!.reasons).toEqual([
      { code: 'row.columns', params: { found: 1, expected: 2 } },
    ]);
  });
});

test('a location says whose it is, and needs an address', () => {
  const [plan, none] = plans(
    'locations',
    'externalKey customerKey address timeZone',
    ['L1', '12', '9 Oak Street, Apt 2, Quincy, MA 02169', 'America/New_York'],
    ['L2', '12', '', 'Mars/Olympus'],
  );
  expect(plan).toMatchObject({ customer: { key: '12', name: '' }, summary: '9 Oak Street, Apt 2, Quincy' });
  expect(plan!.parts[0]!.values).toMatchObject({ street: '9 Oak Street', unit: 'Apt 2', zip: '02169' });
  expect(codes(none)).toEqual(['address.missing', 'value.unreadable']);
});

test('a contact is every way to reach one person; without any it is left out', () => {
  const [plan, none] = plans(
    'contacts',
    'externalKey customerKey name mobile email mayMessage',
    ['C1', '12', 'Bea', '617 555 0143', 'bea@example.test', 'no'],
    ['C2', '12', 'Cy', '', '', ''],
  );
  expect(plan!.parts.map(({ key, values }) => [key, values.value, values.memo, values.mayMessage])).toEqual([
    ['C1:mobile', '617 555 0143', 'Bea', false],
    ['C1:email', 'bea@example.test', 'Bea', false],
  ]);
  expect(codes(none)).toEqual(['contact.missing']);
});
