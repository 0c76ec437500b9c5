import { expect, test } from 'vitest';
import { seededChance } from './chance.ts';
import { type Cents, cents } from './money.ts';
import { oldestFirst } from './oldest-first.ts';
import { day } from './time.ts';

test('an amount goes to the oldest first, with every credit, and never a cent more or less (1,000 random ones)', () => {
  const chance = seededChance(20_261_123);
  for (let round = 0; round < 1000; round++) {
    const open = Array.from({ length: 1 + Math.floor(chance() * 8) }, (_, id) => ({
      id,
      dueDate: day(`2026-11-${String(1 + Math.floor(chance() * 28)).padStart(2, '0')}`),
      cents: cents(Math.floor(chance() * 2000) - 500 || 1),
    }));
    const owed = open.filter((one) => one.cents > 0).reduce((sum, one) => sum + one.cents, 0);
    const credit = -open.filter((one) => one.cents < 0).reduce((sum, one) => sum + one.cents, 0);
    const amount = cents(Math.floor(chance() * Math.max(0, owed - credit)));
    const lines = oldestFirst(open, amount);
    const sum = lines.reduce((all, line) => all + line.cents, 0);
    expect(sum).toBe(amount);
    for (const line of lines) {
      const of = open.find(({ id }) => id === line.id)!;
      expect(Math.abs(line.cents)).toBeLessThanOrEqual(Math.abs(of.cents as Cents));
      expect(Math.sign(line.cents)).toBe(Math.sign(of.cents));
    }
    // None is paid while an older one is open.
    const left = (id: number, asked: number) => asked - (lines.find((line) => line.id === id)?.cents ?? 0);
    const owing = open.filter((one) => one.cents > 0 && left(one.id, one.cents) > 0);
    const oldest = owing.map((one) => one.dueDate).sort()[0] ?? '9999-12-31';
    for (const { id } of lines.filter((line) => line.cents > 0)) {
      expect(open[id]!.dueDate <= oldest).toBe(true);
    }
  }
});
