/** Set-up lists as records: what an office is made of, each kept by those whose it is (domain-rules §1, §9). */
import type { Role } from '#domain/roles.ts';
import type { SetupArea } from '#domain/setup/kind-titles.ts';
import { type Route, route } from '../endpoint.ts';
import { admin, costKeeping, costs, dispatching, purchaseKeeping } from './roles.ts';

/** The rows every area has; `words` of its lists go into their summaries, `verb` into the audit. */
function areaRoutes<const R extends readonly Role[], const W extends readonly Role[]>(area: {
  path: string;
  words: string;
  verb: string;
  reads: R;
  writes: W;
}) {
  const { path, words, verb, reads, writes } = area;
  return {
    list: route('GET', `${path}/:kind`, {
      summary: `One list of ${words} whole, inactive records too`,
      roles: reads,
    }),
    create: route('POST', `${path}/records`, {
      summary: `Add a record to a list of ${words}`,
      roles: writes,
      idempotency: 'key',
      audit: `${verb}.create`,
    }),
    change: route('PATCH', `${path}/records/:id`, {
      summary: `Change, hide or bring back a record of ${words}`,
      roles: writes,
      idempotency: 'versions',
      audit: `${verb}.change`,
    }),
    uses: route('GET', `${path}/:kind/:id/uses`, {
      summary: `What names a record of ${words}`,
      roles: reads,
    }),
    hide: route('POST', `${path}/hide`, {
      summary: `Take several records of ${words} out of use, or use them again`,
      roles: writes,
      idempotency: 'versions',
      audit: `${verb}.hide`,
    }),
    export: route('GET', `${path}/:kind/export.csv`, {
      summary: `A list of ${words} as CSV`,
      roles: reads,
      kind: 'download',
    }),
    import: route('POST', `${path}/import`, {
      summary: `Bring a CSV into a list of ${words}; rows that cannot be taken are left out`,
      roles: writes,
      idempotency: 'key',
      audit: `${verb}.import`,
      bodyLimit: 1024 * 1024,
    }),
  } as const satisfies Record<string, Route>;
}

const office = areaRoutes({
  path: '/api/setup',
  words: 'the set-up',
  verb: 'setup',
  reads: admin,
  writes: admin,
});
const work = areaRoutes({
  path: '/api/work-patterns',
  words: 'working hours and non-job events',
  verb: 'work-pattern',
  reads: dispatching,
  writes: dispatching,
});
const labor = areaRoutes({
  path: '/api/labor-costs',
  words: 'labor costs',
  verb: 'labor-cost',
  reads: costs,
  writes: costKeeping,
});
const orders = areaRoutes({
  path: '/api/purchasing-setup',
  words: 'the set-up of purchasing',
  verb: 'purchasing-setup',
  reads: costs,
  writes: purchaseKeeping,
});
const books = areaRoutes({
  path: '/api/books-setup',
  words: 'the set-up of the books',
  verb: 'books-setup',
  reads: costs,
  writes: costKeeping,
});

export type SetupVerb = keyof typeof office;
export type InArea<A extends SetupArea, Rows> = {
  readonly [K in keyof Rows as `${A}.${K & string}`]: Rows[K];
};
/** `list` → `laborCosts.list`. */
export const inArea = <A extends SetupArea, Rows extends object>(area: A, rows: Rows) =>
  Object.fromEntries(Object.entries(rows).map(([verb, row]) => [`${area}.${verb}`, row])) as InArea<A, Rows>;

export const setupRecords = {
  ...inArea('setupRecords', office),
  ...inArea('workPatterns', work),
  ...inArea('laborCosts', labor),
  ...inArea('purchasing', orders),
  ...inArea('books', books),
};
