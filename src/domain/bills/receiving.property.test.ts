/**
 * Random sequences of receiving, correcting, returning, billing, closing and using up (issue 5, part 4): whatever is
 * done in whatever order, status, on-hand, accrual, bills and average cost stay consistent. 100,000 steps.
 */
import { expect, test } from 'vitest';
import { seededChance } from '../chance.ts';
import type { Id } from '../ids.ts';
import { lineTotal, sumCents } from '../money.ts';
import { receivedByLine } from '../purchasing/amounts.ts';
import { HEATER, PUMP, SHELF, TRUCK } from '../purchasing/order.fixture.ts';
import { returnedOf, returnStatus } from '../purchasing/vendor-return.ts';
import { averageOf, poolOf } from './average-cost.ts';
import { standingBills, standingOf } from './bill.ts';
import { expectedOf, netOf, owedOf, subtotalOf } from './figures.ts';

import {
  fresh,
  PIPE,
  spot,
  stepBill,
  stepOrder,
  stepReturn,
  stepUse,
  type World,
} from './receiving.fixture.ts';

const ORDERS = 1000;
const STEPS = 100;

function check(world: World): void {
  const { card: so, bills } = world;
  const received = receivedByLine(so.receipts);
  const isOpen = so.lines.some((one) => (received.get(one.id) ?? 0) < one.quantity);
  const reached =
    received.size === 0 ? (so.order.sent ? 'Sent' : 'Pending') : isOpen ? 'PartiallyReceived' : 'Received';
  expect(so.order.status).toBe(so.order.canceled ? 'Canceled' : reached);
  for (const [key, lies] of world.onHand) expect(lies, key).toBeGreaterThanOrEqual(0);
  checkStock(world);
  checkBills(world);
  const standing = standingBills(bills);
  const valueReceived = sumCents(so.receipts.map((receipt) => subtotalOf(expectedOf(so, receipt))));
  const accepted = sumCents(standing.filter((one) => one.reconciled).map((one) => subtotalOf(one.expected)));
  const waiting = sumCents(standing.filter((one) => !one.reconciled).map((one) => subtotalOf(one.expected)));
  // The accrual: what came and no accepted bill asks for.
  expect(valueReceived - accepted).toBe(waiting);
  for (const skuId of [PUMP, HEATER, PIPE]) {
    const pool = poolOf(skuId, bills, so.lines);
    expect(pool).toEqual(poolOf(skuId, standing, so.lines));
    if (pool.quantity > 0) expect(averageOf(pool)).not.toBeNull();
  }
}

/** Received, less what went back and what was used, is what lies there; numbers lie where their units do. */
function checkStock(world: World): void {
  const received = receivedByLine(world.card.receipts);
  const lies = (skuId: Id) =>
    [SHELF, TRUCK].reduce((sum, at) => sum + (world.onHand.get(spot(skuId, at)) ?? 0), 0);
  expect(lies(HEATER)).toBe(received.get(12) ?? 0);
  expect([...world.serials.keys()].length * 10_000).toBe(lies(HEATER));
  const back = world.returns
    .filter((one) => ['Returned', 'CreditReceived'].includes(returnStatus(one)) && one.takesFromStock)
    .reduce((sum, one) => sum + one.lines[0]!.quantity, 0);
  // What went back has come, whatever its receipt is corrected to.
  expect(returnedOf(world.returns, 11)).toBeLessThanOrEqual(received.get(11) ?? 0);
  const came = (received.get(11) ?? 0) + (received.get(13) ?? 0);
  expect(lies(PUMP) + lies(PIPE)).toBe(came - back - world.used);
}

/** One standing bill for each receipt that brought something, with its figures; the vendor's stand as given. */
function checkBills({ card: so, bills, papers }: World): void {
  for (const receipt of so.receipts) {
    const bill = standingOf(bills, receipt.id);
    const expected = expectedOf(so, receipt);
    expect(bill?.expected).toEqual(expected.lines.length > 0 ? expected : undefined);
    if (bill) {
      const sum = sumCents(bill.expected.lines.map((one) => lineTotal(one.quantity, one.cost)));
      expect(subtotalOf(bill.expected)).toBe(sum);
    }
  }
  for (const bill of bills) {
    if (!bill.billed) continue;
    const written = JSON.stringify(bill.billed);
    expect(papers.get(bill.id) ?? written).toBe(written);
    papers.set(bill.id, written);
    if (bill.creditOfId !== null) {
      const made = bills.find(({ id }) => id === bill.creditOfId)!;
      expect(subtotalOf(owedOf(bill)) + subtotalOf(netOf(made))).toBe(0);
    }
  }
}

test(`in ${ORDERS * STEPS} random steps on orders, receipts, returns and bills everything adds up after each`, () => {
  const seed = Math.floor(Math.random() * 2 ** 31);
  const chance = seededChance(seed);
  let done = 0;
  for (let round = 0; round < ORDERS; round++) {
    const world = fresh();
    for (let step = 0; step < STEPS; step++) {
      const kind = chance();
      const took = kind < 0.5 ? stepOrder : kind < 0.75 ? stepBill : kind < 0.9 ? stepReturn : stepUse;
      if (!took(chance, world)) continue;
      done += 1;
      try {
        check(world);
      } catch (error) {
        throw new Error(`Seed ${seed}, order ${round}, step ${step}`, { cause: error });
      }
    }
  }
  // Most of what is tried at random is refused; enough of it must not be.
  expect(done).toBeGreaterThan(ORDERS * STEPS * 0.25);
}, 600_000);
