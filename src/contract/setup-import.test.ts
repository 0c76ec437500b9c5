import { describe, expect, test } from 'vitest';
import type { SetupValues } from '#domain/setup/fields.ts';
import type { SetupKind } from '#domain/setup/kind-titles.ts';
import { SETUP_KINDS } from '#domain/setup/kinds.ts';
import { planSetupImport, setupCsv } from './setup-import.ts';
import { newValuesOf, type SetupRecord } from './setup-record.ts';

const NAMES: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  skill: { 1: 'Gas', 2: 'Oil; heavy' },
  zone: { 5: 'North' },
  businessUnit: { 7: 'HVAC' },
  technician: { 9: 'Ana Reyes' },
  taxZone: { 11: 'North' },
};
const nameOf = (kind: string, id: number) => NAMES[kind]?.[id] ?? `(${id})`;
const idOf = (kind: string, name: string) => {
  const found = Object.entries(NAMES[kind] ?? {}).find(([, one]) => one.toLowerCase() === name.toLowerCase());
  return found && Number(found[0]);
};
const record = (kind: SetupKind, id: number, values: SetupValues, active = true): SetupRecord => ({
  id,
  version: 1,
  active,
  modifiedOn: '2026-11-21T08:00:00.000Z' as never,
  values: newValuesOf(SETUP_KINDS[kind]).parse(values) as SetupRecord['values'],
});
function fates(kind: SetupKind, csv: string, records: SetupRecord[] = []) {
  const plan = planSetupImport(kind, csv, records, idOf);
  if (!plan.ok) return plan.code;
  return plan.rows.map(({ name, fate, changed, reasons }) =>
    [name, fate, ...changed, ...reasons.map((one) => `${one.column} ${one.code} ${one.text}`)].join(' | '),
  );
}

describe('a CSV against a set-up list', () => {
  test('what was exported comes back unchanged, for records of every shape', () => {
    const lists: [SetupKind, SetupRecord[]][] = [
      [
        'technician',
        [
          record('technician', 9, {
            name: '=Ana, "the" Reyes',
            businessUnitId: 7,
            skillIds: [1],
            zoneIds: [5],
            latitude: -42.5,
            longitude: 71.25,
            phone: '+1 617 555 0101',
            externalKey: '@7',
          }),
          record('technician', 10, { name: 'Sam', businessUnitId: 7, smsAllowed: false }, false),
        ],
      ],
      ['arrivalWindow', [record('arrivalWindow', 3, { name: 'Late', startMinute: 990, endMinute: 1440 })]],
      [
        'shiftPattern',
        [
          record('shiftPattern', 4, {
            technicianId: 9,
            validFrom: '2026-11-01',
            weekdays: [0, 6],
            exceptDays: ['2026-12-25', '2026-12-26'],
          }),
        ],
      ],
      [
        'capacityRule',
        [record('capacityRule', 6, { name: 'Urgent', priority: 'Urgent', reservePercent: 20 })],
      ],
    ];
    for (const [kind, records] of lists) {
      const plan = planSetupImport(kind, setupCsv(kind, records, nameOf), records, idOf);
      expect(plan).toMatchObject({ ok: true, ignored: [] });
      expect(plan.ok && plan.rows.map(({ fate, reasons, changed }) => [fate, reasons, changed])).toEqual(
        records.map(() => ['unchanged', [], []]),
      );
    }
  });

  test('new names are created with what is given, the rest as a new record begins', () => {
    const plan = planSetupImport('jobType', 'Name;Duration;Skills\nNo heat;90;gas\n', [], idOf);
    expect(plan.ok && plan.rows[0]).toMatchObject({
      fate: 'create',
      values: { name: 'No heat', durationMinutes: 90, skillIds: [1], priority: 'Normal', keywords: '' },
    });
  });

  test('a known name or external key updates only the columns of the file', () => {
    const known = [record('jobType', 1, { name: 'No heat', durationMinutes: 60, externalKey: 'JT1' })];
    expect(fates('jobType', 'name,duration\nno heat,60\nNO COOL,45', known)).toEqual([
      'no heat | update | Name',
      'NO COOL | create',
    ]);
    expect(fates('jobType', 'External key,Name,In use\nJT1,Heating,no', known)).toEqual([
      'Heating | update | Name | In use',
    ]);
  });

  test('every reason of a row is told at once, with its column', () => {
    expect(fates('jobType', 'Name,Duration,Skills,Priority\n,0,Magic,Soon')).toEqual([
      ' | reject | Skills unknown_name Magic | Priority unreadable Soon | Name missing  | Duration invalid 0',
    ]);
    expect(fates('technician', 'Name\nAna')).toEqual(['Ana | reject | Business unit missing null']);
  });

  test('a name or key that comes twice, or is another record’s, is refused', () => {
    const known = [
      record('zone', 1, { name: 'North', externalKey: 'N' }),
      record('zone', 2, { name: 'South', externalKey: 'S' }),
    ];
    expect(fates('zone', 'Name\nEast\neast')).toEqual([
      'East | create',
      'east | reject | null repeated east',
    ]);
    expect(fates('zone', 'Name,External key\nSouth,N', known)).toEqual([
      'South | reject | Name | null repeated South',
    ]);
  });

  test('what is given once stays: the reason’s kind is not changed by a file', () => {
    const known = [record('reason', 1, { name: 'Parts', kind: 'Hold', externalKey: 'R' })];
    expect(fates('reason', 'External key,Name,For\nR,Parts,Cancel', known)).toEqual([
      'Parts | reject | For | For fixed Cancel',
    ]);
    expect(fates('reason', 'Name,For\nParts,Cancel', known)).toEqual(['Parts | create']);
  });

  test('a file that cannot be read says where; one without a name column or rows says that', () => {
    expect(planSetupImport('zone', 'Name\n"North\n', [], idOf)).toEqual({
      ok: false,
      code: 'quote_not_closed',
      line: 2,
    });
    expect(fates('zone', 'Region\nNorth')).toBe('no_name_column');
    expect(fates('zone', 'Name\r\n\r\n')).toBe('no_rows');
  });

  test('line breaks inside quotes, CRLF and a byte order mark are read as they are meant', () => {
    const plan = planSetupImport('zone', '\uFEFFName,Color\r\n"North\r\nshore",x\r\nSouth,y\r\n', [], idOf);
    expect(plan.ok && plan.rows.map(({ line, name }) => [line, name])).toEqual([
      [2, 'North\r\nshore'],
      [4, 'South'],
    ]);
    expect(plan.ok && plan.ignored).toEqual(['Color']);
  });

  test('a term by a day of the month leaves its days empty, and one by days the day', () => {
    const csv =
      'Name,Due,Days,Day of the month\n15th,DayOfNextMonth,,15\nNet 30,Days,30,\nBoth,Days,30,15\nNeither,DayOfThisMonth,,\n';
    expect(fates('paymentTerm', csv)).toEqual([
      '15th | create',
      'Net 30 | create',
      'Both | reject | Day of the month related is only for Due “DayOfThisMonth” or “DayOfNextMonth”',
      'Neither | reject | Day of the month related is missing',
    ]);
  });

  test('amounts and rates are read as spreadsheets write them', () => {
    expect(fates('approvalLimit', 'Role,Limit\npurchasing,"$2,500.00"\nadmin,\naccounting,lots\n')).toEqual([
      'purchasing | create',
      'admin | create',
      'accounting | reject | Limit unreadable lots',
    ]);
    const rates =
      'Name,Tax zone,Of,"Rate, %",From\nState,North,Material,6.25 %,2026-01-01\nCity,North,Material,101,2026-01-01\n';
    expect(fates('taxRate', rates)).toEqual(['State | create', 'City | reject | Rate, % invalid 101']);
  });
});
