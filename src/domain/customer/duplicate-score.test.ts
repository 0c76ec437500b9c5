import { expect, test } from 'vitest';
import { makeCustomers } from '#testing/customers/generate.ts';
import { DUPLICATE_KINDS } from '#testing/customers/spoil.ts';
import { duplicateKeys } from './duplicate-keys.ts';
import { duplicateScore, LIKELY_DUPLICATE } from './duplicate-score.ts';

const home = { street: '12 Main St', unit: '', city: 'Quincy', state: 'MA', zip: '02169' };
const maria = {
  name: 'Maria Lopez',
  contacts: [
    { kind: 'Mobile', value: '(617) 555-0142' },
    { kind: 'Email', value: 'maria.lopez@example.com' },
  ],
  locations: [home],
};
const isWarned = (draft: Partial<typeof maria>) =>
  duplicateScore({ name: '', contacts: [], locations: [], ...draft }, maria).score >= LIKELY_DUPLICATE;
const phone = (value: string) => [{ kind: 'Phone', value }];

test.each([
  ['her phone alone', { contacts: phone('1-617-555-0142') }],
  ['her e-mail alone', { contacts: [{ kind: 'Email', value: 'Maria.Lopez@example.com' }] }],
  ['her name and street', { name: 'Maria Lopez', locations: [home] }],
  [
    'her name swapped, the street in full',
    { name: 'Lopez, Maria', locations: [{ ...home, street: '12 Main Street' }] },
  ],
  ['her phone with a digit wrong, and her name', { name: 'Maria Lopez', contacts: phone('6175550143') }],
  ['her name with a letter wrong, and her street', { name: 'Maira Lopez', locations: [home] }],
])('a customer is recognised by %s', (_, draft) => {
  expect(isWarned(draft)).toBe(true);
});

test.each([
  [
    'a namesake in another town',
    { name: 'Maria Lopez', locations: [{ ...home, city: 'Salem', zip: '01970' }] },
  ],
  [
    'her brother with the same landline',
    { name: 'Luis Lopez', contacts: phone('6175550142'), locations: [home] },
  ],
  ['a neighbour in the same house', { name: 'Ann Stone', locations: [{ ...home, unit: 'Apt 3' }] }],
  ['whoever has her old number now', { name: 'Ann Stone', contacts: phone('6175550142') }],
  ['somebody of whom nothing is known', {}],
])('not taken for her: %s', (_, draft) => {
  expect(isWarned(draft)).toBe(false);
});

test('Mary is not Mark typed badly, and Bob is Robert', () => {
  const of = (name: string) => ({ name, contacts: [], locations: [home] });
  expect(duplicateScore(of('Mary Stone'), of('Mark Stone')).score).toBeLessThan(LIKELY_DUPLICATE);
  expect(duplicateScore(of('Bob Stone'), of('Robert Stone')).reasons).toEqual(['nickname', 'address']);
});

/** Issue 3: 10,000 customers, 5 % of them twice; figures per kind are printed. */
test('of 10,000 customers with 5 % duplicates at least 95 % are found, and 90 % of the warnings are right', {
  timeout: 60_000,
}, () => {
  const { customers, duplicates } = makeCustomers(20_261_121, 10_000, 0.05);
  const under = new Map<string, number[]>();
  for (const [at, one] of customers.entries()) {
    for (const key of duplicateKeys(one)) under.set(key, [...(under.get(key) ?? []), at]);
  }
  const warned = new Set<string>();
  for (const [at, draft] of customers.entries()) {
    const candidates = new Set(duplicateKeys(draft).flatMap((key) => under.get(key) ?? []));
    for (const other of candidates) {
      if (other >= at) continue;
      if (duplicateScore(draft, customers[other]!).score >= LIKELY_DUPLICATE) warned.add(`${other} ${at}`);
    }
  }
  const isFound = ({ at, of }: (typeof duplicates)[number]) => warned.has(`${of} ${at}`);
  const found = duplicates.filter(isFound);
  const recall = found.length / duplicates.length;
  const precision = found.length / warned.size;
  const figures = DUPLICATE_KINDS.map((kind) => {
    const all = duplicates.filter((one) => one.kind === kind);
    return `${kind.padEnd(26)} ${all.filter(isFound).length} of ${all.length}`;
  });
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  process.stdout.write(
    `\n${figures.join('\n')}\nrecall ${percent(recall)}, precision ${percent(precision)} (${warned.size} warnings)\n`,
  );
  expect(recall).toBeGreaterThanOrEqual(0.95);
  expect(precision).toBeGreaterThanOrEqual(0.9);
});
