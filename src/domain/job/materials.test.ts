import { expect, test } from 'vitest';
import { quantity } from '../money.ts';
import { decideTakeBack, decideUse, type LyingHere, type MaterialUse } from './materials.ts';

const units = (count: number) => quantity(count * 10_000);
const pump = { kind: 'Material', serialized: false } as const;
const heater = { kind: 'Equipment', serialized: true } as const;
const use = (more: Partial<MaterialUse> = {}): MaterialUse => ({
  skuId: 1,
  inventoryLocationId: 2,
  quantity: units(2),
  serials: [],
  ...more,
});
const here = (count: number, serials: string[] = []): LyingHere => ({ quantity: units(count), serials });
const code = (decision: { ok: boolean; refusal?: { code: string } }) => decision.refusal?.code ?? 'ok';

test('what is used leaves the shelf, and says for which job', () => {
  expect(decideUse('InProgress', pump, use(), here(5), 'Job 1042')).toEqual({
    ok: true,
    value: {
      skuId: 1,
      inventoryLocationId: 2,
      kind: 'Use',
      quantity: units(-2),
      serialsIn: [],
      serialsOut: [],
      memo: 'Job 1042',
    },
  });
});
test.each([
  ['more than lies there', pump, use({ quantity: units(6) }), here(5), 'stock.not_on_hand'],
  ['a service', { kind: 'Service', serialized: false }, use(), here(5), 'stock.not_kept'],
  ['no numbers', heater, use(), here(2, ['A', 'B']), 'stock.serials_missing'],
  ['a number twice', heater, use({ serials: ['A', 'A'] }), here(2, ['A', 'B']), 'stock.serial_twice'],
  [
    'a number of another place',
    heater,
    use({ serials: ['A', 'C'] }),
    here(2, ['A', 'B']),
    'stock.serial_not_here',
  ],
  ['its numbers', heater, use({ serials: ['A', 'B'] }), here(2, ['A', 'B']), 'ok'],
] as const)('used on a job: %s', (_, sku, asked, lying, answer) => {
  expect(code(decideUse('Scheduled', sku, asked, lying, ''))).toBe(answer);
});
test('nothing is used on a canceled job; on one that is done what was used can still be entered', () => {
  expect(code(decideUse('Canceled', pump, use(), here(5), ''))).toBe('stock.job_canceled');
  expect(code(decideUse('Completed', pump, use(), here(5), ''))).toBe('ok');
});
test('taken back it lies there again, once, and no number that lies elsewhere by now', () => {
  const used = { ...use({ serials: ['A', 'B'] }), isTakenBack: false };
  expect(decideTakeBack(used, ['C'], 'Job 1042')).toMatchObject({
    ok: true,
    value: { quantity: units(2), serialsIn: ['A', 'B'], serialsOut: [] },
  });
  expect(code(decideTakeBack({ ...used, isTakenBack: true }, [], ''))).toBe('stock.taken_back');
  expect(code(decideTakeBack(used, ['B'], ''))).toBe('stock.serial_elsewhere');
});
