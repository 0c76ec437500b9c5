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

const DEMO_PASSWORD = 'open-the-board';
/** The tenant an installation without demo begins with; its name is given with the first admin. */
const FIRST_TENANT_ID = 1;

/** @returns lines for the operator: how to sign in */
export async function prepareCompany(
  database: Database,
  clock: Clock,
  environment: Environment,
  onProgress: DemoProgress,
): Promise<string[]> {
  await clearUnfinishedDemo(database);
  const [state] = await database.transaction({ tenantId: 'system', readOnly: true }, (tx) =>
    tx.query<{ users: boolean; demo: boolean }>(
      'select exists (select 1 from office.users) as users, exists (select 1 from office.demo) as demo',
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
  if (wanted) {
    const passwordHash = await hashPassword(DEMO_PASSWORD);
    await loadDemo(database, clock, { passwordHash, size: DEMO_SIZES[environment.demoSize], onProgress });
    return demoLines;
  }
  await database.transaction({ tenantId: 'system' }, (tx) =>
    tx.query(`insert into office.tenants (id, name) values ($1, 'New company') on conflict do nothing`, [
      FIRST_TENANT_ID,
    ]),
  );
  const token = await createSetupToken(database, clock, FIRST_TENANT_ID);
  return [
    `  make the first admin at ${environment.publicOrigin}/setup`,
    `  with the one-time token ${token} (24 hours)`,
  ];
}
