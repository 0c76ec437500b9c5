import { expect, test } from 'vitest';
import { cents } from '../money.ts';
import { day } from '../time.ts';
import { type Batch, bookedOn, decideExport, decidePosting, type Postable, unpostGate } from './posting.ts';

const document: Postable = {
  number: 12,
  on: day('2026-10-31'),
  version: 3,
  totalCents: 500,
  ledgerCents: cents(500),
  gate: null,
};
const codeOf = (decision: { ok: boolean; refusal?: { code: string } }) =>
  decision.ok ? null : decision.refusal!.code;

test('a document is posted as it was seen, when the ledger agrees and its period is open', () => {
  const seen = { version: 3, totalCents: 500 };
  expect(codeOf(decidePosting(document, seen, null))).toBeNull();
  expect(codeOf(decidePosting(document, null, day('2026-10-31')))).toBeNull();
  expect(codeOf(decidePosting(document, { ...seen, version: 2 }, null))).toBe('posting.changed_since');
  expect(codeOf(decidePosting(document, { ...seen, totalCents: 499 }, null))).toBe('posting.changed_since');
  expect(codeOf(decidePosting({ ...document, ledgerCents: cents(499) }, seen, null))).toBe(
    'posting.not_tied',
  );
  expect(codeOf(decidePosting(document, seen, day('2026-11-01')))).toBe('period.day_closed');
  const gate = { code: 'invoice.not_in_status', params: {} } as const;
  expect(codeOf(decidePosting({ ...document, gate }, seen, null))).toBe('invoice.not_in_status');
});

test('a batch is taken apart and exported while it is open, once, and after those it rests on', () => {
  const open: Batch = { number: 4, status: 'Open', entries: 2 };
  const exported: Batch = { ...open, status: 'Exported' };
  expect([unpostGate(open), unpostGate(exported)?.code]).toEqual([null, 'posting.exported']);
  expect(codeOf(decideExport(open, null))).toBeNull();
  expect(codeOf(decideExport(exported, null))).toBe('posting.exported');
  expect(codeOf(decideExport({ ...open, entries: 0 }, null))).toBe('posting.empty');
  expect(codeOf(decideExport(open, 3))).toBe('posting.export_earlier');
});

test('what falls into a closed period by now is booked on the first open day', () => {
  expect(bookedOn(day('2026-10-31'), day('2026-11-01'))).toBe('2026-11-01');
  expect(bookedOn(day('2026-11-02'), day('2026-11-01'))).toBe('2026-11-02');
  expect(bookedOn(day('2026-10-31'), null)).toBe('2026-10-31');
});
