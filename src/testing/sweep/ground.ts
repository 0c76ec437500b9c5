/** Two companies on one real backend behind the real front door, and what a sweep over all routes needs of them. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFiles } from '#backend/files/files.ts';
import { folderStore } from '#backend/files/folder.ts';
import { createImports } from '#backend/imports/imports.ts';
import { createBackend } from '#backend/upstream.ts';
import { hashPassword } from '#bff/login/password-hash.ts';
import type { JobCardView } from '#contract/job.ts';
import type { Database } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { instant } from '#domain/time.ts';
import type { Browser } from '../browser.ts';
import { type Company, makeCompany } from '../company.ts';
import type { FixedClock } from '../fixed-clock.ts';
import { PASSWORD, type Stack, startStack } from '../stack.ts';
import { makeRecords, type Records } from './records.ts';

/** Everybody of company 1, by role; `confined` is a dispatcher of its first business unit only. */
export const PEOPLE = [
  'csr',
  'dispatcher',
  'purchasing',
  'accounting',
  'admin',
  'technician',
  'confined',
] as const;
export type Who = (typeof PEOPLE)[number];

/** An answer's head and body, and the path that was asked. */
export type Told = { readonly path: string; readonly text: string };

export type Ground = {
  readonly database: Database;
  readonly company: Company;
  readonly foreign: Company;
  readonly mine: Records;
  readonly theirs: Records;
  /** A job of company 1's second business unit, on a technician's lane. */
  readonly otherUnit: JobCardView;
  readonly stack: Stack;
  readonly clock: FixedClock;
  as(who: Who): Browser;
  /** All that a browser of the sweep was sent. */
  answersOf(who: Who): readonly Told[];
  close(): Promise<void>;
};

/** In the names of what nobody else may see. */
export const FOREIGN_CANARY = 'Zz-foreign-canary';
export const UNIT_CANARY = 'Zz-unit-canary';

export async function makeGround(database: Database): Promise<Ground> {
  const company = await makeCompany(database, 1, { canMail: true });
  const foreign = await makeCompany(database, 2);
  const folder = mkdtempSync(join(tmpdir(), 'truckroll-sweep-'));
  const clock = company.clock as FixedClock;
  const imports = createImports({ database, clock, folder, onFault: () => {} });
  const files = createFiles({ database, store: folderStore(join(folder, 'files')) });
  const backend = createBackend({ database, clock, imports: imports.answer, files, canMail: true });
  await letThemIn(database, company);
  const stack = await startStack({ database, upstream: backend, clock, seed: false, secrets: [PASSWORD] });
  const answers = new Map<Who, Told[]>(PEOPLE.map((who) => [who, []]));
  const browsers = new Map<Who, Browser>();
  for (const who of PEOPLE) browsers.set(who, await signIn(stack, who, answers.get(who)!));
  const [ana] = company.technicianIds as [Id];
  const otherUnit = await company.book({
    name: UNIT_CANARY,
    businessUnitId: company.otherUnitId,
    technicianIds: [ana],
    start: instant('2026-11-21T20:00:00Z'),
    end: instant('2026-11-21T22:00:00Z'),
  });
  return {
    database,
    company,
    foreign,
    mine: await makeRecords(database, company, 'Maria Lopez'),
    theirs: await makeRecords(database, foreign, FOREIGN_CANARY),
    otherUnit,
    stack,
    clock,
    as: (who) => browsers.get(who)!,
    answersOf: (who) => answers.get(who)!,
    async close() {
      await imports.stop();
      await stack.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function letThemIn(database: Database, company: Company): Promise<void> {
  const hash = await hashPassword(PASSWORD);
  await database.transaction({ tenantId: 'system' }, async (tx) => {
    await tx.query(
      `insert into office.users (tenant_id, id, email, name, password_hash, roles, business_unit_ids) values
         (1, 190, 'technician@company1.test', 'technician', '', '{technician}', null),
         (1, 191, 'confined@company1.test', 'confined', '', '{dispatcher}', array[$1::bigint])`,
      [company.businessUnitId],
    );
    await tx.query('update office.users set password_hash = $1', [hash]);
  });
}

async function signIn(stack: Stack, who: Who, answers: Told[]): Promise<Browser> {
  const browser = stack.browser();
  const answer = await browser.post('/bff/sign-in', { email: `${who}@company1.test`, password: PASSWORD });
  if (answer.status !== 200) throw new Error(`${who}: ${answer.status} ${await answer.text()}`);
  await answer.text();
  const { fetch: send } = browser;
  return {
    ...browser,
    async fetch(path, init) {
      const response = await send(path, init);
      const text = await response.clone().text();
      answers.push({ path, text: `${JSON.stringify([...response.headers])} ${text}` });
      return response;
    },
  };
}
