/** Bills among the random steps: settled at random, and held against the pure rules after each step (domain-rules §6). */
import { expect } from 'vitest';
import type { BillCardView } from '#contract/bill.ts';
import { averageOf, poolOf } from '#domain/bills/average-cost.ts';
import { type Bill, standingOf } from '#domain/bills/bill.ts';
import { type BillCommand, billStatus, decideBill } from '#domain/bills/decide.ts';
import { expectedOf, payableOf } from '#domain/bills/figures.ts';
import { matchBill, type Tolerances } from '#domain/bills/match.ts';
import type { Chance } from '#domain/chance.ts';
import { cents, rate } from '#domain/money.ts';
import type { OrderCard } from '#domain/purchasing/purchase-order.ts';
import { key } from './buying.ts';
import { pick, type Step, type World } from './random-receiving.ts';
import type { Returning } from './returning.ts';

/** The vendor of `buyingCompany`. */
const TOLERANCES: Tolerances = { overReceipt: rate(100_000), price: rate(0) };

const asBill = ({ bill: { replacedBy, creditOf, ...bill } }: BillCardView) =>
  ({ ...bill, replacedById: replacedBy?.id ?? null, creditOfId: creditOf?.id ?? null }) as unknown as Bill;

async function billsOf({ card }: World, { accounting }: Returning): Promise<Bill[]> {
  const bills: Bill[] = [];
  for (const { id } of card.bills) {
    bills.push(asBill(await accounting.call('bills.get', { params: { id } })));
  }
  return bills;
}

/** A word on one of the bills that are not settled; null where there is none. */
export async function billStepOf(chance: Chance, world: World, buying: Returning): Promise<Step | null> {
  const open = world.card.bills.filter(({ status }) => status === 'Unreconciled' || status === 'Discrepancy');
  if (open.length === 0) return null;
  const { id } = pick(chance, open);
  const view = await buying.accounting.call('bills.get', { params: { id } });
  const bills = await billsOf(world, buying);
  const card = world.card as unknown as OrderCard;
  const match = (bill: Bill) => matchBill(bill, card, bills, TOLERANCES);
  const command = commandFor(chance, view);
  const { type, ...given } = command;
  const body = type === 'judge' ? { verdicts: [given] } : type === 'enter' ? command.figures : {};
  return {
    command: { ...command, id },
    decide: () => decideBill(asBill(view), command, match, { by: 1, at: view.bill.modifiedOn }),
    send: () =>
      buying.accounting.call(`bills.${type as 'agree'}`, {
        params: { id },
        key: key(),
        body: { expected: [{ kind: 'bill', id, version: view.bill.version }], ...body } as never,
      }),
  };
}

function commandFor(chance: Chance, { bill, differences }: BillCardView): BillCommand {
  if (bill.billed) {
    const [difference] = differences.filter(({ isOpen }) => isOpen);
    if (!difference) return { type: 'agree' };
    const verdict = pick(chance, ['accept', 'dispute', 'credit'] as const);
    return { type: 'judge', key: difference.key, cents: cents(difference.cents), verdict, memo: '' };
  }
  if (chance() < 0.5) return { type: 'agree' };
  const more = pick(chance, [0, 0, 700, -300]);
  const lines = bill.expected.lines.map((line, at) =>
    at === 0 ? { ...line, amountCents: Math.max(0, line.amountCents + more) } : line,
  );
  return { type: 'enter', figures: { ...bill.expected, lines } } as unknown as BillCommand;
}

/** One standing bill for each receipt that brought something, with its figures; every status as the rules have it. */
export async function checkBills(world: World, buying: Returning): Promise<void> {
  const card = world.card as unknown as OrderCard;
  const bills = await billsOf(world, buying);
  for (const receipt of card.receipts) {
    const expected = expectedOf(card, receipt);
    expect(standingOf(bills, receipt.id)?.expected).toEqual(expected.lines.length > 0 ? expected : undefined);
  }
  for (const bill of bills) {
    const seen = world.card.bills.find(({ id }) => id === bill.id)!;
    expect(seen.status).toBe(billStatus(bill, matchBill(bill, card, bills, TOLERANCES)));
    expect(seen.payableCents).toBe(payableOf(bill));
  }
  // What a return took depends on the average of its moment (domain/bills/average-cost.test.ts), not on the bills alone.
  if (bills.some(({ source }) => source === 'Return')) return;
  for (const id of [buying.pump, buying.heater]) {
    const { averageCost } = await buying.buyer.call('skus.get', { params: { id } });
    expect(averageCost).toBe(averageOf(poolOf(id, bills, card.lines)));
  }
}
