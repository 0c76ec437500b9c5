import type { User } from '#contract/session.ts';
import type { Transaction } from '#db/database.ts';
import { json } from '#db/parameters.ts';
import type { Id } from '#domain/ids.ts';
import type { PersonalRights, Role } from '#domain/roles.ts';

type UserRow = {
  id: Id;
  name: string;
  email: string;
  roles: Role[];
  rights: PersonalRights;
  business_unit_ids: Id[] | null;
  active: boolean;
  external_key: string | null;
  order_limit_cents: number | null;
  version: number;
};

/** Never the hash: what is not selected cannot be sent. */
const USER_COLUMNS =
  'id, name, email, roles, rights, business_unit_ids, active, external_key, order_limit_cents, version';

const userOf = (row: UserRow): User => ({
  id: row.id,
  name: row.name,
  email: row.email,
  roles: row.roles,
  rights: row.rights,
  businessUnitIds: row.business_unit_ids,
  active: row.active,
  externalKey: row.external_key,
  orderLimitCents: row.order_limit_cents,
  version: row.version,
});

export async function readUsers(tx: Transaction, tenantId: Id): Promise<User[]> {
  const rows = await tx.query<UserRow>(
    `select ${USER_COLUMNS} from office.users where tenant_id = $1
     order by lower(name) collate "C", id`,
    [tenantId],
  );
  return rows.map(userOf);
}

/** The user and every active admin, locked in id order: two admins cannot remove each other at the same time. */
export async function lockUserAndAdmins(tx: Transaction, tenantId: Id, id: Id): Promise<User[]> {
  const rows = await tx.query<UserRow>(
    `select ${USER_COLUMNS} from office.users
     where tenant_id = $1 and (id = $2 or (active and 'admin' = any(roles))) order by id for update`,
    [tenantId, id],
  );
  return rows.map(userOf);
}

export async function insertUser(
  tx: Transaction,
  tenantId: Id,
  user: Omit<User, 'id' | 'version'> & { passwordHash: string; at: string },
): Promise<User> {
  const [row] = await tx.query<UserRow>(
    `insert into office.users (tenant_id, id, email, name, password_hash, roles, rights, business_unit_ids, active,
       external_key, created_on, modified_on, order_limit_cents)
     values ($1, nextval('company.ids'), $2, $3, $4, $5, $6::jsonb, $7, $8, $9, $10, $10, $11) returning ${USER_COLUMNS}`,
    [
      tenantId,
      user.email,
      user.name,
      user.passwordHash,
      user.roles,
      json(user.rights),
      user.businessUnitIds,
      user.active,
      user.externalKey,
      user.at,
      user.orderLimitCents,
    ],
  );
  if (!row) throw new Error('The user was not written');
  return userOf(row);
}

/** @param endsSessions raises the epoch, which every session of the person was made under */
export async function updateUser(
  tx: Transaction,
  tenantId: Id,
  user: User,
  change: { passwordHash: string | null; endsSessions: boolean; at: string },
): Promise<User> {
  const [row] = await tx.query<UserRow>(
    `update office.users set name = $3, email = $4, roles = $5, rights = $6::jsonb, business_unit_ids = $7,
       active = $8, password_hash = coalesce($9, password_hash), epoch = epoch + $10::int, version = version + 1,
       modified_on = $11, external_key = $12, order_limit_cents = $13
     where tenant_id = $1 and id = $2 returning ${USER_COLUMNS}`,
    [
      tenantId,
      user.id,
      user.name,
      user.email,
      user.roles,
      json(user.rights),
      user.businessUnitIds,
      user.active,
      change.passwordHash,
      change.endsSessions ? 1 : 0,
      change.at,
      user.externalKey,
      user.orderLimitCents,
    ],
  );
  if (!row) throw new Error('The user was not written');
  return userOf(row);
}
