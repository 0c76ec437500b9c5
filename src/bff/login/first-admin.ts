/** No default account (R25): the first admin is made with a token that is printed at start, once, and expires. */
import { randomBytes } from 'node:crypto';
import { ProblemError } from '#contract/problem.ts';
import type { Clock } from '#db/clock.ts';
import { type Database, DatabaseError, type Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { addMinutes, type Instant } from '#domain/time.ts';
import { sha256 } from '../canonical-json.ts';
import type { OfficeHandler } from '../office.ts';
import { hashPassword } from './password-hash.ts';
import { checkNewPassword } from './password-rules.ts';
import { beginSession } from './sign-in.ts';

const VALID_MINUTES = 24 * 60;

/** A new token for a tenant that has nobody yet. Only its hash is kept; show it to the operator and nobody else. */
export async function createSetupToken(database: Database, clock: Clock, tenantId: Id): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await database.transaction({ tenantId: 'system' }, (tx) =>
    tx.query('insert into office.setup_tokens (token_hash, tenant_id, expires_on) values ($1, $2, $3)', [
      sha256(token),
      tenantId,
      addMinutes(clock.now(), VALID_MINUTES),
    ]),
  );
  return token;
}

export const setupState: OfficeHandler<'session.setupState'> = async ({ database }) => {
  const [row] = await database.transaction({ tenantId: 'system', readOnly: true }, (tx) =>
    tx.query<{ empty: boolean }>('select not exists (select 1 from office.users) as empty'),
  );
  return { status: 200, body: { needsFirstAdmin: row?.empty === true } };
};

type Token = { tenant_id: Id; expires_on: Instant; used_on: Instant | null };

async function usableToken(
  tx: Transaction,
  token: string,
  now: Instant,
  lock: '' | 'for update',
): Promise<Token> {
  const [row] = await tx.query<Token>(
    `select tenant_id, expires_on, used_on from office.setup_tokens where token_hash = $1 ${lock}`,
    [sha256(token)],
  );
  if (row?.used_on) throw new ProblemError('setup.token_used');
  if (!row || row.expires_on <= now) throw new ProblemError('setup.token_invalid');
  return row;
}

/** Makes the admin, names the company, uses up the token and signs in, all or nothing. */
export const makeFirstAdmin: OfficeHandler<'session.firstAdmin'> = async (office, call) => {
  const { database, clock } = office;
  const { token, companyName, name, email, password } = call.body;
  // Before the costly hash, so that nobody without a token can make us work.
  await database.transaction({ tenantId: 'system', readOnly: true }, (tx) =>
    usableToken(tx, token, clock.now(), ''),
  );
  checkNewPassword(password, [email, name, companyName], 'password');
  const hash = await hashPassword(password);
  try {
    const begun = await database.transaction({ tenantId: 'system' }, async (tx) => {
      const { tenant_id: tenantId } = await usableToken(tx, token, clock.now(), 'for update');
      const now = clock.now();
      await tx.query('update office.setup_tokens set used_on = $2 where token_hash = $1', [
        sha256(token),
        now,
      ]);
      await tx.query('update office.tenants set name = $2 where id = $1', [tenantId, companyName]);
      const [user] = await tx.query<{ id: Id; epoch: number }>(
        `insert into office.users (tenant_id, id, email, name, password_hash, roles, created_on, modified_on)
         values ($1, nextval('company.ids'), $2, $3, $4, '{admin}', $5, $5) returning id, epoch`,
        [tenantId, email, name, hash, now],
      );
      if (!user) throw new Error('The first admin was not written');
      const session = { tenantId, userId: user.id, epoch: user.epoch };
      return await beginSession(office, tx, call, session, 'user.first-admin');
    });
    return { status: 201, ...begun };
  } catch (error) {
    if (error instanceof DatabaseError && error.code === '23505') {
      throw new ProblemError('user.email_taken', {}, [{ path: 'email', code: 'taken', message: '' }]);
    }
    throw error;
  }
};
