import { expect, test } from 'vitest';
import { ProblemError } from '#contract/problem.ts';
import type { OrderLineView } from '#contract/purchase-order.ts';
import { TODAY } from './grid.fixture.ts';
import { refusalsOf } from './line-refusals.ts';
import { blankRow, type Row, rowOf } from './line-row.ts';
import { editsOf, faultsOf, hasEdits } from './lines-to-send.ts';

const line: OrderLineView = {
  id: 5,
  position: 1,
  skuId: 7,
  skuCode: 'FRG-2231',
  unit: 'each',
  description: 'Fan motor',
  vendorPartNumber: '',
  quantity: 20_000,
  cost: 841_000,
  expectedOn: null,
  stocked: true,
  serialized: false,
  active: true,
};
const typed = (more: Partial<Row>): Row => ({ ...blankRow('new 0'), quantity: '1', ...more });

test('a line as it was opened changes nothing; only what was typed over is sent', () => {
  expect(hasEdits(editsOf([line], [rowOf(line)], [], TODAY))).toBe(false);
  expect(editsOf([line], [{ ...rowOf(line), cost: '90' }], [], TODAY)).toEqual({
    add: [],
    change: [{ id: 5, changes: { cost: 900_000 } }],
    remove: [],
  });
  expect(editsOf([line], [typed({ description: 'Delivery' })], [5], TODAY)).toMatchObject({
    add: [{ skuId: null, description: 'Delivery', quantity: 10_000, cost: 0, expectedOn: null }],
    remove: [5],
  });
});

test.each([
  [{ description: 'x', quantity: '' }, 'quantity', /How many/],
  [{ description: 'x', quantity: '1,5' }, 'quantity', /How many/],
  [{ description: 'x', cost: 'free' }, 'cost', /An amount/],
  [{ cost: '3' }, 'description', /What is it/],
  [{ description: 'x', expectedOn: 'soon' }, 'expectedOn', /A day/],
  [{ description: 'x'.repeat(2001) }, 'description', /too long/],
  [{ description: 'x', quantity: '9999999' }, 'quantity', /How many/],
  [{ description: 'x', quantity: '999999', cost: '99999999' }, 'cost', /more than can be added up/],
] as const)('%j is refused at its cell', (more, cell, sentence) => {
  const row = typed(more);
  expect(faultsOf([row], TODAY).get(row.key)?.get(cell)).toMatch(sentence);
});

const problem = (code: string, params: object, fields: object[] = []) =>
  Object.assign(new ProblemError(code as never, params as never), { fields });

test('refusals stand at the cell they are about, the others above the button', () => {
  const row = rowOf(line);
  const at = (error: unknown) => refusalsOf(error, [row], { add: [], change: [row] });
  const below = at(problem('order.below_received', { lineId: 5, quantity: 0, received: 10_000 }));
  expect(below.faults.get(row.key)?.get('quantity')).toMatch(/1 of this line came/);
  const locked = at(problem('order.field_locked', { field: 'lines.cost', status: 'Received', lineId: 5 }));
  expect([...(locked.faults.get(row.key)?.keys() ?? [])]).toEqual(['cost']);
  const gone = at(problem('order.inactive_reference', { inactive: [{ kind: 'sku', id: 7 }] }));
  expect(gone.faults.get(row.key)?.get('code')).toMatch(/out of use/);
  const path = [{ path: 'change.0.changes.description', code: 'not_storable', message: '' }];
  expect([
    ...(at(problem('request.invalid', {}, path))
      .faults.get(row.key)
      ?.keys() ?? []),
  ]).toEqual(['description']);
  const other = problem('order.too_many_lines', { count: 301, most: 300 });
  expect(at(other)).toMatchObject({ rest: other });
});
