/** The BFF listening on a free port over a real database, with people of every role in one company and of another. */
import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { buildApp } from '#bff/app.ts';
import type { GivenConfig } from '#bff/config.ts';
import { createLogger } from '#bff/logging.ts';
import { hashPassword } from '#bff/login/password-hash.ts';
import type { TechnicianDays } from '#contract/technician-day.ts';
import type { Upstream } from '#contract/upstream.ts';
import type { Clock } from '#db/clock.ts';
import type { Database } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { ROLES, type Role } from '#domain/roles.ts';
import { type Browser, openBrowser } from './browser.ts';
import { openTestDatabase } from './databases.ts';
import { type FakeUpstream, fakeUpstream } from './fake-upstream.ts';
import { type FixedClock, fixedClock } from './fixed-clock.ts';

export const PASSWORD = 'three gray otters knit';
export const TENANT = 1;
export const OTHER_TENANT = 2;
/** A role names its person of company 1; `stranger` is the admin and dispatcher of company 2. */
export type Who = Role | 'stranger';

export type Stack = {
  readonly app: FastifyInstance;
  /** `http://127.0.0.1:port`: where it listens. */
  readonly url: string;
  /** What the browser believes to be at; goes into Origin. */
  readonly publicOrigin: string;
  readonly database: Database;
  readonly upstream: Upstream;
  readonly clock: Clock;
  readonly people: Readonly<Record<Who, { readonly id: Id; readonly email: string; readonly tenantId: Id }>>;
  /** A browser nobody is signed in with. */
  browser(): Browser;
  signIn(who: Who): Promise<Browser>;
  /** Log lines so far. */
  logs(): string;
  close(): Promise<void>;
};

type Options<U extends Upstream, C extends Clock> = {
  upstream?: U;
  /** Who keeps the days behind the links in technicians' messages. */
  technicianDays?: TechnicianDays;
  clock?: C;
  /** Its tables are filled with the people, and it stays open. Without: one of `engine` is made and removed. */
  database?: Database;
  engine?: Database['engine'];
  config?: Partial<GivenConfig>;
  secrets?: readonly string[];
  /** False: the database has the people already (a second process). */
  seed?: boolean;
};

/** Close it after the test. */
export async function startStack<U extends Upstream = FakeUpstream, C extends Clock = FixedClock>(
  options: Options<U, C> = {},
): Promise<Stack & { readonly upstream: U; readonly clock: C }> {
  const upstream = options.upstream ?? (fakeUpstream() as Upstream as U);
  const clock = options.clock ?? (fixedClock() as Clock as C);
  const own = options.database ? null : await openTestDatabase(options.engine ?? 'pglite');
  const database = options.database ?? own?.database;
  if (!database) throw new Error('No database');
  if (options.seed !== false) await seedPeople(database);
  const lines: string[] = [];
  const logger = createLogger({
    destination: { write: (line) => void lines.push(line) },
    ...(options.secrets ? { secrets: options.secrets } : {}),
  });
  const publicOrigin = options.config?.publicOrigin ?? 'http://localhost:3000';
  const config = { ...options.config, publicOrigin };
  const { technicianDays } = options;
  const app = await buildApp({
    database,
    upstream,
    ...(technicianDays && { technicianDays }),
    clock,
    logger,
    config,
  });
  await app.listen({ port: 0, host: '127.0.0.1' });
  const url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  const browser = () => openBrowser(url, publicOrigin);
  return {
    app,
    url,
    publicOrigin,
    database,
    upstream,
    clock,
    people: PEOPLE,
    browser,
    async signIn(who) {
      const signedIn = browser();
      const answer = await signedIn.post('/bff/sign-in', { email: PEOPLE[who].email, password: PASSWORD });
      if (answer.status !== 200) throw new Error(`${who} could not sign in: ${await answer.text()}`);
      await answer.body?.cancel();
      return signedIn;
    },
    logs: () => lines.join(''),
    async close() {
      app.streams.endAll();
      app.server.closeAllConnections();
      await app.close();
      await own?.remove();
    },
  };
}

const PEOPLE = Object.fromEntries([
  ...ROLES.map((role, index) => [role, { id: 101 + index, email: `${role}@a.test`, tenantId: TENANT }]),
  ['stranger', { id: 201, email: 'stranger@b.test', tenantId: OTHER_TENANT }],
]) as Stack['people'];

let passwordHash: Promise<string> | undefined;

async function seedPeople(database: Database): Promise<void> {
  passwordHash ??= hashPassword(PASSWORD);
  const hash = await passwordHash;
  await database.transaction({ tenantId: 'system' }, async (tx) => {
    await tx.query(
      "insert into office.tenants (id, name) values (1, 'Acme Heating'), (2, 'Borealis Plumbing')",
    );
    for (const [who, { id, email, tenantId }] of Object.entries(PEOPLE)) {
      const roles = who === 'stranger' ? ['admin', 'dispatcher'] : [who];
      await tx.query(
        'insert into office.users (tenant_id, id, email, name, password_hash, roles) values ($1, $2, $3, $4, $5, $6)',
        [tenantId, id, email, `${who} person`, hash, roles],
      );
    }
  });
}
