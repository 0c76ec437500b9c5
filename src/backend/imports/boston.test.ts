/** The real file, read whole: counts made independently with Python (README of domain/import-requests). */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { RowPlan } from '#domain/import-requests/plan-rows.ts';
import { instant } from '#domain/time.ts';
import { inspectFile } from './inspect-file.ts';
import { planFile } from './plan-file.ts';

const FILE = fileURLToPath(
  new URL('../../../../shared/data/service-requests/boston-2011-h2-trades.csv', import.meta.url),
);

const count = <T>(items: readonly T[], keyOf: (item: T) => string): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const item of items) counts[keyOf(item)] = (counts[keyOf(item)] ?? 0) + 1;
  return counts;
};

test.skipIf(!existsSync(FILE))(
  'all 13,908 requests of Boston get the fate and reasons counted by hand',
  async () => {
    const { columns, rowsTotal, ...shape } = await inspectFile(FILE);
    expect(rowsTotal).toBe(13_908);
    const mapping = {
      timeZone: 'America/New_York',
      columns: Object.fromEntries(columns.map(({ name, guess }) => [name, guess])),
      asOf: instant('2011-11-07T11:00:00Z'),
    };
    const headers = columns.map(({ name }) => name);
    const plans: RowPlan[] = [];
    for await (const batch of planFile(
      { path: FILE, shape, headers, mapping },
      new AbortController().signal,
    )) {
      plans.push(...batch);
    }
    expect(count(plans, (plan) => plan.fate)).toEqual({
      create: 8736,
      report: 3073,
      duplicate: 1747,
      reject: 352,
    });
    const reasons = plans.flatMap((plan) => plan.reasons);
    expect(count(reasons, (reason) => reason.code)).toEqual({
      'zip.missing': 3082,
      'request.same_day': 1747,
      'point.default': 826,
      'address.missing': 352,
      'due.missing': 218,
      'address.no_number': 122,
      'time.ambiguous': 3,
    });
    const requests = plans.flatMap((plan) => plan.request ?? []);
    expect(count(requests, (one) => (one.completedOn ? 'completed' : 'open'))).toEqual({
      completed: 6169,
      open: 7387,
    });
    expect(new Set(requests.map((one) => one.addressKey)).size).toBe(7748);
    expect(new Set(requests.map((one) => one.category)).size).toBe(51);
    const promised = requests.filter((one) => one.window.start.startsWith('2011-11-07'));
    expect(count(promised, (one) => (one.completedOn ? 'completed' : 'open'))).toEqual({
      completed: 1,
      open: 153,
    });
    const doubled = plans.filter((plan) => plan.reasons.some((reason) => reason.code === 'time.ambiguous'));
    expect(doubled.map((plan) => [plan.externalId, plan.reasons[0]?.params.field])).toEqual([
      ['101000350980', 'closedOn'],
      ['101000350986', 'openedOn'],
      ['101000350987', 'openedOn'],
    ]);
  },
);
