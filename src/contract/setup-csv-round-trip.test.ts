/** Every set-up list by itself against what spreadsheets, other programs and people who mean ill make of a CSV. */
import { describe, expect, test } from 'vitest';
import { type SetupField, type SetupValue, withoutUnasked } from '#domain/setup/fields.ts';
import { SETUP_KIND_NAMES, type SetupKind } from '#domain/setup/kind-titles.ts';
import { setupKind } from '#domain/setup/kinds.ts';
import { MOST_ROWS, planSetupImport, setupCsv } from './setup-import.ts';
import { newValuesOf, type SetupRecord } from './setup-record.ts';

/** Records of every list a field may name, with names that are hard to write. */
const NAMES: Readonly<Record<number, string>> = {
  1: '=HYPERLINK("http://x.test"), “Ünï”',
  2: 'Gas; oil',
  3: '"Quoted" | piped',
};
const nameOf = (_: string, id: number) => NAMES[id]!;
const idOf = (_: string, name: string) => {
  const found = Object.entries(NAMES).find(([, one]) => one.toLowerCase() === name.toLowerCase());
  return found && Number(found[0]);
};
/** Formulas, quotes, separators, line breaks, marks of direction, letters of many scripts. */
const HOSTILE = [
  '=1+1',
  '+49 30',
  '-2+3',
  '@SUM(A1)',
  "'=1",
  'a, "b"; c',
  'two\nlines',
  'Ω 名 🙂',
  '\u202Eevil',
  '00123',
  '1e5',
] as const;

function hostileValue(field: SetupField, at: number): SetupValue {
  const text = HOSTILE[at % HOSTILE.length]!;
  switch (field.type) {
    case 'text':
      return text.slice(0, field.max);
    case 'key':
      return `${text} ${at}`.replace('\n', ' ');
    case 'phone':
      return '+1 (617) 555-0101';
    case 'email':
      return 'a+b@example.test';
    case 'timeZone':
      return 'America/Argentina/Buenos_Aires';
    case 'currency':
      return 'CAD';
    case 'minutes':
    case 'whole':
      return Math.max(field.min, Math.min(field.max, 7));
    case 'unitPrice':
      return field.name === 'costTo' ? 345_002 : 345_001;
    case 'amount':
      return 125_005;
    case 'percent':
      return 62_501;
    case 'clock':
      return field.name === 'endMinute' ? field.max : 5;
    case 'degrees':
      return -42.123456;
    case 'yesNo':
      return at % 2 === 0;
    case 'choice':
      return field.choices[at % field.choices.length]!;
    case 'one':
      return 1 + (at % 3);
    case 'many':
      return [1, 2, 3];
    case 'weekdays':
      return [0, 6];
    case 'day':
      return field.name === 'validUntil' ? '2028-02-29' : '2026-03-08';
    case 'days':
      return ['2026-11-01', '2026-12-25'];
  }
}
function recordsOf(kind: SetupKind): SetupRecord[] {
  const { fields, naming } = setupKind(kind);
  const known = fields.find(({ name }) => name === naming)!;
  // Where the name is one of a few words, there are no more records than words.
  const most = known.type === 'choice' ? known.choices.length : HOSTILE.length;
  return HOSTILE.slice(0, most).map((_, at) => ({
    id: 100 + at,
    version: 1,
    active: at % 3 !== 0,
    modifiedOn: '2026-11-21T08:00:00.000Z' as never,
    values: newValuesOf(setupKind(kind)).parse(
      withoutUnasked(
        fields,
        Object.fromEntries(
          fields.map((field): [string, SetupValue] => [
            field.name,
            // Where the name is a day or a technician, no two may be alike.
            naming === 'technicianId' && field.name === 'validFrom'
              ? `2026-03-${String(at + 10)}`
              : hostileValue(field, at),
          ]),
        ),
      ),
    ) as SetupRecord['values'],
  }));
}
const plan = (kind: SetupKind, csv: string, records: readonly SetupRecord[] = []) =>
  planSetupImport(kind, csv, records, idOf);
const fatesOf = (kind: SetupKind, csv: string, records: readonly SetupRecord[]) => {
  const planned = plan(kind, csv, records);
  return planned.ok
    ? planned.rows.map(({ fate, changed, reasons }) =>
        [fate, ...changed, ...reasons.map(({ code, column, text }) => `${column} ${code} ${text}`)].join(' '),
      )
    : planned.code;
};

describe.each(SETUP_KIND_NAMES)('%s as CSV', (kind) => {
  const records = recordsOf(kind);
  const csv = setupCsv(kind, records, nameOf);
  const unchanged = records.map(() => 'unchanged');

  test('comes back unchanged, whatever its cells hold and whoever saved it again', () => {
    expect(fatesOf(kind, csv, records)).toEqual(unchanged);
    expect(fatesOf(kind, csv.replace('\uFEFF', ''), records)).toEqual(unchanged);
    expect(fatesOf(kind, csv.replaceAll('\r\n', '\n'), records)).toEqual(unchanged);
  });

  test('holds no cell a spreadsheet would run', () => {
    const cells = csv.split(/[,\r\n]+/).map((cell) => cell.replace(/^"/, ''));
    const formulas = cells.filter((cell) => /^[=@\t]/.test(cell) || /^[+-](?!\d+(\.\d+)?"?$)/.test(cell));
    expect(formulas).toEqual([]);
  });

  test('brought into an empty list makes the same records', () => {
    const planned = plan(kind, csv);
    if (!planned.ok) throw new Error(planned.code);
    const made = planned.rows.filter(({ fate }) => fate === 'create');
    expect(made.map(({ values: { active, ...values } }) => [values, active])).toEqual(
      records.map(({ values, active }) => [values, active]),
    );
  });

  test('a row of fewer or more cells is left out, and an empty “In use” changes nothing', () => {
    const [head, ...rows] = csv.trimEnd().split('\r\n') as [string, ...string[]];
    // The rows whose cells hold no line break or comma can be cut by hand.
    const at = rows.findIndex((row) => !row.includes('"'));
    if (at < 0) return;
    const row = rows[at]!;
    const short = row.slice(0, row.lastIndexOf(','));
    expect(fatesOf(kind, `${head}\r\n${short}\r\n`, records)[0]).toContain('reject');
    expect(fatesOf(kind, `${head}\r\n${row},more\r\n`, records)[0]).toContain('ragged');
    expect(fatesOf(kind, `${head}\r\n${row},,\r\n`, records)).toEqual(['unchanged']);
    expect(fatesOf(kind, `${head}\r\n${short},\r\n`, records)).toEqual(['unchanged']);
  });

  test('the same row twice: names and keys are taken once', () => {
    const planned = plan(kind, csv + csv.slice(csv.indexOf('\r\n') + 2));
    if (!planned.ok) throw new Error(planned.code);
    const { uniqueWithin, fields } = setupKind(kind);
    const isUnique = uniqueWithin !== null || fields.some(({ name }) => name === 'externalKey');
    const second = planned.rows.slice(records.length);
    expect(second.every(({ reasons }) => reasons.some(({ code }) => code === 'repeated'))).toBe(isUnique);
  });

  test('ten thousand rows are refused as one file, with the line at which it is too long', () => {
    const [head] = csv.split('\r\n');
    const long = `${head}\r\n${'x\r\n'.repeat(10_000)}`;
    expect(plan(kind, long, records)).toEqual({ ok: false, code: 'too_many', line: MOST_ROWS + 2 });
  });

  test('what is no table is refused whole', () => {
    expect(fatesOf(kind, '', records)).toBe('no_rows');
    expect(fatesOf(kind, '"North', records)).toBe('quote_not_closed');
    const isNamed = setupKind(kind).uniqueWithin !== null;
    expect(fatesOf(kind, 'Region\nNorth', records) === 'no_name_column').toBe(isNamed);
  });
});
