import { expect, test } from 'vitest';
import { newValuesOf } from '#contract/setup-record.ts';
import type { SetupKind } from '#domain/setup/kind-titles.ts';
import { setupKind } from '#domain/setup/kinds.ts';
import { fieldSentence } from './field-sentence.ts';

/** What the form says of one value, by the contract's own rule. */
function said(kind: SetupKind, name: string, value: unknown): string | null {
  const row = setupKind(kind);
  const { error } = newValuesOf(row).safeParse({ [name]: value });
  const issue = error?.issues.find(({ path }) => path[0] === name);
  const field = row.fields.find((one) => one.name === name)!;
  return issue ? fieldSentence(field, issue.code, issue.message) : null;
}

test.each<[SetupKind, string, unknown, string]>([
  ['jobType', 'durationMinutes', 0, 'At least 5 min.'],
  ['jobType', 'durationMinutes', 99_999, 'At most 31 days.'],
  ['jobType', 'durationMinutes', '-30', 'Type a length, such as 90, 1:30 or 2 h.'],
  ['technicianCost', 'hourlyCost', 999_999_990_000, 'At most 10000.00.'],
  ['technicianCost', 'hourlyCost', '-3', 'Type an amount, such as 34.50.'],
  [
    'businessUnit',
    'timeZone',
    'Mars/Base',
    'Type a city or a time zone, such as Chicago or America/Chicago.',
  ],
  ['approvalLimit', 'limitCents', 999_999_999_999, 'At most 1,000,000,000.00.'],
  ['approvalLimit', 'limitCents', 'much', 'Type an amount, such as 500 or 1,250.00.'],
  ['taxRate', 'rate', 1_000_001, 'At most 100 %.'],
  ['taxRate', 'rate', 'a tenth', 'Type a percentage, such as 6.25.'],
  ['capacityRule', 'reservePercent', 150, 'Type a number from 0 to 100.'],
])('%s, %s: of %j the form says “%s”', (kind, name, value, sentence) => {
  expect(said(kind, name, value)).toBe(sentence);
});
