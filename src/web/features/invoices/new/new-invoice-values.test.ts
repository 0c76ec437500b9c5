import { expect, test } from 'vitest';
import { bodyOf, type Typed } from './new-invoice-values.ts';

const typed = (more: Partial<Typed>): Typed => ({
  kind: 'PointOfSale',
  customerId: null,
  businessUnitId: null,
  taxZoneId: null,
  projectId: null,
  stage: '',
  progress: '',
  aboutInvoiceId: null,
  financingCustomerId: null,
  amount: '',
  memo: '',
  ...more,
});
const wrongOf = (more: Partial<Typed>) => {
  const read = bodyOf(typed(more));
  return read.ok ? [] : [...read.wrong];
};

test('all that is missing of a kind is told at once, and nothing of another kind', () => {
  expect(wrongOf({})).toEqual(['customerId', 'businessUnitId']);
  expect(wrongOf({ kind: 'Financing', amount: 'x' })).toEqual([
    'aboutInvoiceId',
    'financingCustomerId',
    'amount',
  ]);
  expect(wrongOf({ kind: 'Project', projectId: 3, businessUnitId: 1, progress: '130' })).toEqual([
    'progress',
  ]);
});

test('a part of a project is sent in millionths, nothing typed is none of it', () => {
  const project = { kind: 'Project', projectId: 3, businessUnitId: 1 } as const;
  expect(bodyOf(typed({ ...project, progress: '30 %' }))).toMatchObject({
    ok: true,
    body: { kind: 'Project', progress: { rate: 300_000 } },
  });
  expect(bodyOf(typed(project))).toMatchObject({ ok: true, body: { progress: null } });
});

test('a write-off is an amount of the invoice it is about', () => {
  expect(
    bodyOf(typed({ kind: 'WriteOff', aboutInvoiceId: 9, amount: '12.30', customerId: 4 })),
  ).toMatchObject({
    body: { kind: 'WriteOff', aboutInvoiceId: 9, cents: 12_30, memo: '' },
  });
});
