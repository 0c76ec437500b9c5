/** What an empty database gets: the demo company on a loopback origin, else a one-time token for the first admin (R25). */

import { extendDemo } from '#backend/demo/extend.ts';
import { DEMO_LOGINS, DEMO_SIZES, type DemoProgress, loadDemo } from '#backend/demo/load.ts';
import { clearUnfinishedDemo } from '#backend/demo/unfinished.ts';
import { isLoopback } from '#bff/config.ts';
import { createSetupToken } from '#bff/login/first-admin.ts';
import { hashPassword } from '#bff/login/password-hash.ts';
import type { Clock } from '#db/clock.ts';
import type { Database } from '#db/database.ts';
import type { Environment } from './environment.ts';
import { ensureCompany, removeUnusedCompany, UNNAMED } from './first-company.ts';

const DEMO_PASSWORD = 'open-the-board';

/** @returns lines for the operator: how to sign in */
export async function prepareCompany(
  database: Database,
  clock: Clock,
  environment: Environment,
  onProgress: DemoProgress,
): Promise<string[]> {
  await clearUnfinishedDemo(database);
  const [state] = await database.transaction({ tenantId: 'system', readOnly: true }, (tx) =>
    tx.query<{ users: boolean; demo: boolean; begun: boolean }>(
      `select exists (select 1 from office.users) as users, exists (select 1 from office.demo) as demo,
         exists (select 1 from company.imports) or exists (select 1 from office.tenants where name <> $1) as begun`,
      [UNNAMED],
    ),
  );
  const demoLines = [`  sign in as ${DEMO_LOGINS.join(', ')}`, `  with the password ${DEMO_PASSWORD}`];
  if (state!.demo) {
    if (environment.demo !== 'off') await extendDemo(database, clock, onProgress);
    return demoLines;
  }
  if (state!.users) return [];
  const wanted =
    environment.demo === 'on' ||
    (environment.demo === 'when-empty' && isLoopback(new URL(environment.publicOrigin).hostname));
  // What `npm run import` or `npm run tenant` brought into an empty database is somebody's company: no demo beside it.
  if (wanted && !state!.begun) {
    await removeUnusedCompany(database);
    const passwordHash = await hashPassword(DEMO_PASSWORD);
    await loadDemo(database, clock, { passwordHash, size: DEMO_SIZES[environment.demoSize], onProgress });
    return demoLines;
  }
  const { tenantId } = await ensureCompany(database);
  const token = await createSetupToken(database, clock, tenantId);
  return [
    `  make the first admin at ${environment.publicOrigin}/setup`,
    `  with the one-time token ${token} (24 hours)`,
  ];
}
