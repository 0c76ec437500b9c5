/** Saved views in schema `office`. */
import type { SavedView } from '#contract/saved-view.ts';
import { lockForCompany } from '#db/company-lock.ts';
import type { Transaction } from '#db/database.ts';
import { json } from '#db/parameters.ts';
import type { Instant } from '#domain/time.ts';

const VIEW = `select v.id, v.version, v.page, v.name, v.search, v.shared, v.owner_id as "ownerId",
    u.name as "ownerName", d.view_id is not null as "isDefault"
  from office.saved_views v
  join office.users u on u.tenant_id = v.tenant_id and u.id = v.owner_id
  left join office.default_views d on d.tenant_id = v.tenant_id and d.user_id = $2 and d.view_id = v.id
  where v.tenant_id = $1 and (v.shared or v.owner_id = $2)`;

/** One's own and those shared, by name. */
export const viewsOf = (tx: Transaction, userId: number, page: string): Promise<SavedView[]> =>
  tx.query<SavedView>(`${VIEW} and v.page = $3 order by lower(v.name), v.id`, [tx.tenantId, userId, page]);

/**
 * Somebody else's that is not shared is one nobody has.
 * @param lock for who is to change or use it: it can be neither changed nor deleted until the transaction ends
 */
export async function viewById(
  tx: Transaction,
  userId: number,
  id: number,
  { lock = false }: { readonly lock?: boolean } = {},
): Promise<SavedView | undefined> {
  // Locked before it is read: who waited sees the view as the other has left it, or none.
  if (lock)
    await tx.query('select 1 from office.saved_views where tenant_id = $1 and id = $2 for update', [
      tx.tenantId,
      id,
    ]);
  const [view] = await tx.query<SavedView>(`${VIEW} and v.id = $3`, [tx.tenantId, userId, id]);
  return view;
}

type Written = Pick<SavedView, 'name' | 'search' | 'shared'>;

export async function insertView(
  tx: Transaction,
  userId: number,
  view: Written & { page: string },
  at: Instant,
): Promise<number> {
  const [row] = await tx.query<{ id: number }>(
    `insert into office.saved_views (tenant_id, page, name, search, owner_id, shared, created_on, modified_on)
     values ($1, $2, $3, $4::jsonb, $5, $6, $7, $7) returning id`,
    [tx.tenantId, view.page, view.name, json(view.search), userId, view.shared, at],
  );
  return row!.id;
}

/** How many of that list the person has; nobody else adds one of theirs until the transaction ends. */
export async function lockedCount(tx: Transaction, userId: number, page: string): Promise<number> {
  await lockForCompany(tx, `office.views ${userId}`);
  const [row] = await tx.query<{ count: number }>(
    'select count(*)::int as count from office.saved_views where tenant_id = $1 and owner_id = $2 and page = $3',
    [tx.tenantId, userId, page],
  );
  return row!.count;
}

/** False: it has changed since that version. */
export async function updateView(
  tx: Transaction,
  id: number,
  version: number,
  view: Written,
  at: Instant,
): Promise<boolean> {
  const rows = await tx.query(
    `update office.saved_views set name = $4, search = $5::jsonb, shared = $6, version = version + 1, modified_on = $7
     where tenant_id = $1 and id = $2 and version = $3 returning id`,
    [tx.tenantId, id, version, view.name, json(view.search), view.shared, at],
  );
  return rows.length > 0;
}

export const deleteView = (tx: Transaction, id: number) =>
  tx.query('delete from office.saved_views where tenant_id = $1 and id = $2', [tx.tenantId, id]);

/** The view a person's list opens with; one per list. */
export async function setDefault(
  tx: Transaction,
  userId: number,
  { id, page }: Pick<SavedView, 'id' | 'page'>,
  isDefault: boolean,
): Promise<void> {
  if (isDefault) {
    await tx.query(
      `insert into office.default_views (tenant_id, user_id, page, view_id) values ($1, $2, $3, $4)
       on conflict (tenant_id, user_id, page) do update set view_id = excluded.view_id`,
      [tx.tenantId, userId, page, id],
    );
  } else {
    await tx.query(
      'delete from office.default_views where tenant_id = $1 and user_id = $2 and view_id = $3',
      [tx.tenantId, userId, id],
    );
  }
}
