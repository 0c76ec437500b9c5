import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instant } from '../time.ts';
import { pointTally } from './default-points.ts';
import { ROW_REASONS } from './fields.ts';
import { fieldPositions } from './mapping.ts';
import { type PlanSettings, type RowPlan, rowPlanner, tallyRow } from './plan-rows.ts';

const HEADERS = [
  'externalId',
  'openedOn',
  'dueOn',
  'closedOn',
  'category',
  'summary',
  'address',
  'latitude',
  'longitude',
] as const;
type Cells = Partial<Record<(typeof HEADERS)[number], string>>;

const GOOD: Required<Cells> = {
  externalId: '1',
  openedOn: '2011-07-01 09:30:00',
  dueOn: '2011-07-15 09:30:00',
  closedOn: '',
  category: 'Heat - Excessive  Insufficient',
  summary: 'No heat',
  address: '22 Beechwood St  Dorchester  MA  02121',
  latitude: '42.31',
  longitude: '-71.07',
};

function plan(rows: readonly (Cells | readonly string[])[], asOf = '2011-11-07T11:00:00Z'): RowPlan[] {
  const settings: PlanSettings = {
    positions: fieldPositions(HEADERS, Object.fromEntries(HEADERS.map((name) => [name, name]))),
    columns: HEADERS.length,
    zone: 'America/New_York',
    asOf: instant(asOf),
    points: pointTally(),
  };
  const lines = rows.map((row, index) =>
    Array.isArray(row)
      ? (row as string[])
      : HEADERS.map((name) => ({ ...GOOD, externalId: String(index + 1), ...(row as Cells) })[name]),
  );
  for (const cells of lines) tallyRow(cells, settings);
  const decide = rowPlanner(settings);
  return lines.map((cells, index) => decide(index + 2, cells));
}
const codes = (row: RowPlan | undefined) => row!.reasons.map((reason) => reason.code);
const only = (cells: Cells) => plan([cells])[0]!;

test('a good row is booked without a remark', () => {
  const row = only({});
  expect(row).toMatchObject({ fate: 'create', reasons: [], summary: 'No heat', line: 2 });
  expect(row.request).toMatchObject({
    externalId: '1',
    openedOn: '2011-07-01T13:30:00.000Z',
    dueOn: '2011-07-15T13:30:00.000Z',
    completedOn: null,
    category: 'Heat - Excessive Insufficient',
    latitude: 42.31,
    window: { start: '2011-07-01T16:00:00.000Z', end: '2011-07-01T20:00:00.000Z' },
    sameDayAs: null,
  });
});

describe('what cannot be booked is rejected, with every reason', () => {
  test.each<[string, Cells, string[]]>([
    ['no number', { externalId: ' ' }, ['id.missing']],
    ['a number as long as a novel', { externalId: 'x'.repeat(101) }, ['id.too_long']],
    ['no opening time', { openedOn: '' }, ['opened.missing']],
    ['an opening time nobody can read', { openedOn: '03/04/2011 15:00' }, ['opened.unreadable']],
    ['no address', { address: ' ' }, ['address.missing']],
    [
      'an address too long for an envelope',
      { address: 'x'.repeat(129) },
      ['address.too_long', 'city.missing', 'zip.missing'],
    ],
    [
      'several things',
      { externalId: '', openedOn: 'x', dueOn: '' },
      ['id.missing', 'opened.unreadable', 'due.missing'],
    ],
  ])('%s', (_, cells, expected) => {
    const row = only(cells);
    expect(row.fate).toBe('reject');
    expect(row.request).toBeNull();
    expect(codes(row)).toEqual(expected);
  });

  test('a ragged row is rejected: its cells may stand under the wrong headers', () => {
    const [row] = plan([['1', '2011-07-01 09:30:00']]);
    expect(row).toMatchObject({
      fate: 'reject',
      reasons: [{ code: 'row.columns', params: { found: 2, expected: 9 } }],
    });
  });

  test('the second row of a number is rejected and names the first', () => {
    const rows = plan([{ externalId: '7' }, { externalId: ' 7', address: '1 Elm St  Quincy  MA  02169' }]);
    expect(rows[1]).toMatchObject({
      fate: 'reject',
      reasons: [{ code: 'id.repeated', params: { line: 2 } }],
    });
  });

  test('after a broken row, a complete one of the same number is booked', () => {
    const rows = plan([{ externalId: '7', address: '' }, { externalId: '7' }]);
    expect(rows.map((row) => row.fate)).toEqual(['reject', 'create']);
  });
});

describe('what is missing or doubtful is booked and reported', () => {
  test.each<[string, Cells, string[]]>([
    ['no due time', { dueOn: '' }, ['due.missing']],
    ['a due time nobody can read', { dueOn: 'soon' }, ['due.unreadable']],
    ['due before it was opened', { dueOn: '2011-06-30 09:30:00' }, ['due.before_opened']],
    ['a closing time nobody can read', { closedOn: 'n/a' }, ['closed.unreadable']],
    ['closed before it was opened', { closedOn: '2011-06-30 09:30:00' }, ['closed.before_opened']],
    [
      'opened in the doubled hour',
      { openedOn: '2011-11-06 01:30:00', dueOn: '2011-11-08' },
      ['time.ambiguous', 'time.day_only'],
    ],
    ['opened in the skipped hour', { openedOn: '2011-03-13 02:30:00' }, ['time.skipped']],
    ['house number 0', { address: '0 Walk Hill St  Roslindale  MA  02131' }, ['address.no_number']],
    ['a crossing without a zip', { address: 'INTERSECTION of A St & B St  Mattapan  MA  ' }, ['zip.missing']],
    ['only a street', { address: '12 Elm St' }, ['city.missing', 'zip.missing']],
    ['no point', { latitude: '' }, ['point.missing']],
    ['a point off the globe', { latitude: '91' }, ['point.unreadable']],
    ['a point in words', { latitude: '1e1' }, ['point.unreadable']],
    ['null island', { latitude: '0', longitude: '0.0' }, ['point.default']],
    ['no type', { category: '  ' }, ['category.missing']],
    ['a summary as long as a novel', { summary: 'x'.repeat(3000) }, ['text.cut']],
    ['control characters', { summary: 'a\u0000b' }, ['row.control_characters']],
  ])('%s', (_, cells, expected) => {
    const row = only(cells);
    expect(row.fate).toBe('report');
    expect(row.request).not.toBeNull();
    expect(codes(row)).toEqual(expected);
  });

  test('a closing time that says nothing leaves the request open', () => {
    expect(only({ closedOn: 'n/a' }).request!.completedOn).toBeNull();
    expect(only({ closedOn: '2011-06-30 09:30:00' }).request!.completedOn).toBeNull();
  });

  test('marks that turn the direction of reading do not come in with a request', () => {
    const { request } = only({ category: 'Leak\u202egnol', address: '12\u200f Elm St  Quincy  MA  02169' });
    expect(request).toMatchObject({ category: 'Leakgnol', address: { street: '12 Elm St' } });
  });

  test('a request without type gets the plain one, one without summary its type', () => {
    expect(only({ category: '', summary: '' }).request).toMatchObject({
      category: 'Service request',
      summary: 'Service request',
    });
  });
});

describe('as of a moment', () => {
  test.each([
    ['2011-11-07 05:59:59', '2011-11-07T10:59:59.000Z'],
    ['2011-11-07 06:00:00', null],
    ['2019-01-01 00:00:00', null],
  ])('closed %s', (closedOn, completedOn) => {
    expect(only({ closedOn }).request!.completedOn).toBe(completedOn);
  });
});

describe('rows are held against each other', () => {
  test('same address, type and day: booked, and names the first', () => {
    const rows = plan([
      { openedOn: '2011-07-01 00:30:00' },
      {
        address: '22 BEECHWOOD STREET  Dorchester  MA  02121',
        category: 'heat - excessive insufficient',
        openedOn: '2011-07-01 23:30:00',
      },
      { openedOn: '2011-07-02 00:30:00' },
      { category: 'Bed Bugs' },
    ]);
    expect(rows.map((row) => row.fate)).toEqual(['create', 'duplicate', 'create', 'create']);
    expect(rows[1]).toMatchObject({
      reasons: [{ code: 'request.same_day', params: { line: 2, id: '1' } }],
      request: { sameDayAs: '1' },
    });
  });

  test('a point with ten addresses is nobody’s, one address with ten requests keeps its point', () => {
    const crowd = Array.from({ length: 10 }, (_, index) => ({
      address: `${index + 1} Elm St  Quincy  MA  02169`,
    }));
    const house = Array.from({ length: 12 }, (_, index) => ({ latitude: '42.5', category: `Type ${index}` }));
    const rows = plan([...crowd, ...house]);
    expect(codes(rows[0])).toEqual(['point.default']);
    expect(rows[0]!.request).toMatchObject({ latitude: null, longitude: null });
    expect(rows[0]!.reasons[0]!.params).toEqual({ latitude: 42.31, longitude: -71.07, addresses: 10 });
    expect(rows.slice(10).every((row) => row.fate === 'create' && row.request?.latitude === 42.5)).toBe(true);
    expect(plan(crowd.slice(1)).every((row) => row.fate === 'create')).toBe(true);
  });
});

test('whatever stands in the cells, every row gets a fate that fits its reasons, twice the same', () => {
  const cell = fc.oneof(
    fc.string(),
    fc.constantFrom(...Object.values(GOOD), '2011-11-06 01:30:00', '0', ' '),
  );
  const file = fc.array(fc.array(cell, { minLength: 8, maxLength: 10 }), { maxLength: 12 });
  fc.assert(
    fc.property(file, (rows) => {
      const plans = plan(rows);
      expect(plan(rows)).toEqual(plans);
      for (const row of plans) {
        expect(row.fate === 'reject').toBe(row.request === null);
        expect(row.fate === 'create').toBe(row.reasons.length === 0);
        for (const reason of row.reasons) expect(ROW_REASONS).toContain(reason.code);
        if (row.request) expect(row.request.window.start > row.request.openedOn).toBe(true);
      }
      const booked = plans.flatMap((row) => row.request?.externalId ?? []);
      expect(new Set(booked).size).toBe(booked.length);
    }),
    { numRuns: 200 },
  );
});
