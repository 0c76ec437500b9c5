/**
 * 500 generated bills with seeded faults (issue 5, part 6): of what is right at least 95 % of the lines are matched alone,
 * and nothing wrong is accepted. The table is printed.
 */
import { expect, test } from 'vitest';
import { type Chance, seededChance } from '../chance.ts';
import { rate } from '../money.ts';
import { STAMP } from './bill.fixture.ts';
import type { Bill } from './bill.ts';
import { decideBill } from './decide.ts';
import { FAULTS, type Fault, generated, HARMLESS } from './generated-bills.fixture.ts';
import { matchBill } from './match.ts';
import { pairLines } from './pair-lines.ts';

const BILLS = 500;
const TOLERANCES = { overReceipt: rate(100_000), price: rate(20_000) };

type Row = { bills: number; accepted: number; clean: number; alone: number };

/** Half of them are right; every fault is planted as often as the others. */
const faultOf = (index: number): Fault | null => {
  const all = [...FAULTS, ...HARMLESS];
  return index % 2 === 0 ? null : all[((index - 1) / 2) % all.length]!;
};

function settle(chance: Chance, fault: Fault | null): Omit<Row, 'bills'> {
  const { card, bill, ordered, paper, of: ofLine, charges, faulty } = generated(chance, fault);
  const lines = pairLines(paper, ordered);
  const match = (of: Bill) => matchBill(of, card, [bill], TOLERANCES);
  const decided = decideBill(bill, { type: 'enter', figures: { lines, ...charges } }, match, STAMP);
  if (!decided.ok) throw new Error(decided.refusal.code);
  const { differences } = match(decided.value);
  const differing = new Set(differences.map(({ lineId }) => lineId));
  const clean = lines.map((line, at) => ({ ...line, at })).filter(({ at }) => !faulty.has(at));
  return {
    accepted: decided.value.reconciled ? 1 : 0,
    clean: clean.length,
    alone: clean.filter(({ lineId, at }) => lineId === ofLine[at] && !differing.has(lineId)).length,
  };
}

test('of 500 bills everything right is matched alone, and nothing wrong is accepted', () => {
  const chance = seededChance(20_261_123);
  const table = new Map<string, Row>();
  for (let index = 0; index < BILLS; index++) {
    const fault = faultOf(index);
    const of = settle(chance, fault);
    const so = table.get(fault ?? 'none') ?? { bills: 0, accepted: 0, clean: 0, alone: 0 };
    table.set(fault ?? 'none', {
      bills: so.bills + 1,
      accepted: so.accepted + of.accepted,
      clean: so.clean + of.clean,
      alone: so.alone + of.alone,
    });
  }
  const sum = (pick: (row: Row) => number) => [...table.values()].reduce((all, row) => all + pick(row), 0);
  const lines = [...table].map(
    ([fault, row]) =>
      `${fault.padEnd(16)} ${String(row.bills).padStart(5)} bills ${String(row.accepted).padStart(5)} reconciled alone ` +
      `${String(row.alone).padStart(5)} of ${row.clean} clean lines matched`,
  );
  process.stdout.write(`\nPlanted fault\n${lines.join('\n')}\n`);
  const wrong = FAULTS.reduce((all, fault) => all + table.get(fault)!.accepted, 0);
  expect(wrong, 'wrong ones accepted').toBe(0);
  expect(sum((row) => row.alone) / sum((row) => row.clean)).toBeGreaterThanOrEqual(0.95);
  // What is right is not left to a person either.
  for (const fault of ['none', ...HARMLESS]) {
    const { bills, accepted } = table.get(fault)!;
    expect(accepted / bills, fault).toBeGreaterThanOrEqual(0.95);
  }
});
