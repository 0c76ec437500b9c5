/** For every route of `contract/routes/periods.ts` a request that succeeds. */
import type { accountingPeriods } from '#contract/routes/periods.ts';
import { addDays, day } from '#domain/time.ts';
import type { Ground } from '../ground.ts';
import { fresh, type RequestsOf } from './makers.ts';

const expectedOf = ({ id, version }: { id: number; version: number }) => [
  { kind: 'accountingPeriod' as const, id, version },
];

/** A day of the past that is a period by itself, after all that were closed. */
async function periodOf({ company }: Ground) {
  const number = fresh();
  const on = addDays(day('2000-01-01'), number);
  const { record } = await company.person('admin').call('books.create', {
    key: `fresh period ${company.tenantId} ${number}`,
    body: { kind: 'accountingPeriod', values: { name: `Day ${number}`, startsOn: on, endsOn: on } },
  });
  return record;
}
let year = 2030;

export const accountingPeriodsRequests: RequestsOf<typeof accountingPeriods> = {
  'accountingPeriods.makeMonths': async () => ({ body: { year: year++ } }),
  'accountingPeriods.close': async (ground) => {
    const period = await periodOf(ground);
    return { params: { id: period.id }, body: { expected: expectedOf(period), reason: 'Filed' } };
  },
  'accountingPeriods.reopen': async (ground) => {
    const { id, version } = await periodOf(ground);
    await ground.company.person('admin').call('accountingPeriods.close', {
      params: { id },
      body: { expected: expectedOf({ id, version }), reason: 'Filed' },
    });
    return {
      params: { id },
      body: { expected: expectedOf({ id, version: version + 1 }), reason: 'A bill came' },
    };
  },
};
