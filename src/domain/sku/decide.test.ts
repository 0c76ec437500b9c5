import { expect, test } from 'vitest';
import { quantity, unitPrice } from '../money.ts';
import { decideSku, type SkuFacts } from './decide.ts';
import type { Sku, SkuChanges } from './sku.ts';

const PUMP: Sku = {
  id: 70,
  code: 'PUMP-1',
  name: 'Pump',
  description: '',
  kind: 'Material',
  unit: 'each',
  cost: unitPrice(500_000),
  price: null,
  taxable: true,
  serialized: false,
  glAccountId: null,
  externalKey: null,
  active: true,
};
const facts = (changes: Partial<SkuFacts> = {}): SkuFacts => ({
  chosen: [],
  isCodeTaken: false,
  hasMoved: false,
  onHand: quantity(0),
  ...changes,
});
const codeOf = (changes: SkuChanges, known: Partial<SkuFacts> = {}, before = PUMP) => {
  const decided = decideSku(before, changes, facts(known));
  return decided.ok ? null : decided.refusal.code;
};

test('a SKU takes what is changed of it', () => {
  expect(decideSku(PUMP, { name: 'Sump pump', serialized: true }, facts())).toEqual({
    ok: true,
    value: { ...PUMP, name: 'Sump pump', serialized: true },
  });
});

test('its code is its own', () => {
  expect(decideSku(PUMP, { code: 'P2' }, facts({ isCodeTaken: true }))).toMatchObject({
    refusal: { code: 'sku.code_taken', params: { code: 'P2' } },
  });
});

test('what it is stays once some of it has moved, even if none is left', () => {
  expect(codeOf({ kind: 'Equipment' })).toBeNull();
  expect(codeOf({ kind: 'Equipment' }, { hasMoved: true })).toBe('sku.kind_fixed');
  expect(codeOf({ name: 'Other' }, { hasMoved: true })).toBeNull();
});

test('a service has no serial numbers', () => {
  expect(codeOf({ kind: 'Service', serialized: true })).toBe('sku.service_serialized');
  expect(codeOf({ kind: 'Service' }, {}, { ...PUMP, serialized: true })).toBe('sku.service_serialized');
});

test('numbers are not begun or ended while some lies somewhere, and less than none is some', () => {
  for (const onHand of [quantity(1), quantity(-1)]) {
    expect(codeOf({ serialized: true }, { onHand })).toBe('sku.serials_fixed');
    expect(codeOf({ active: false }, { onHand })).toBe('sku.in_stock');
  }
  expect(codeOf({ active: false })).toBeNull();
  expect(codeOf({ active: false }, { onHand: quantity(1) }, { ...PUMP, active: false })).toBeNull();
});

test('an account that is out of use is not chosen', () => {
  const chosen = [{ kind: 'glAccount', id: 5, active: false }];
  expect(decideSku(PUMP, { glAccountId: 5 }, facts({ chosen }))).toMatchObject({
    refusal: { code: 'sku.inactive_reference', params: { inactive: [{ kind: 'glAccount', id: 5 }] } },
  });
});
