/** Notes as the contract shows them. */
import type { QueryOf } from '#contract/endpoints.ts';
import type { Note } from '#contract/note.ts';
import type { Actor } from '#contract/upstream.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { type IdPage, idPage } from '../id-page.ts';
import { ownerOf } from './owners.ts';

const NOTE = `select n.id, n.version, n.owner_kind as "ownerKind", n.owner_id as "ownerId", n.text, n.pinned,
    n.author_id as "authorId", coalesce(u.name, 'Truckroll') as "authorName", company.iso(n.created_on) as "createdOn",
    company.iso(n.modified_on) as "modifiedOn", n.external_key as "externalKey", n.active
  from company.notes n left join office.users u on u.tenant_id = n.tenant_id and u.id = n.author_id
  where n.tenant_id = $1`;

/** Of one owner: pinned first, then the newest. */
export async function notesOf(
  tx: Transaction,
  actor: Actor,
  query: QueryOf<'notes.list'>,
): Promise<IdPage<Note>> {
  const { ownerKind, ownerId, ...ask } = query;
  await ownerOf(tx, actor, ownerKind, ownerId);
  const where = 'n.owner_kind = $2 and n.owner_id = $3 and n.active';
  return idPage(
    ask,
    (most) =>
      tx.query<Note>(
        `${NOTE} and ${where} and ($4::bigint is null or (n.pinned, n.created_on, n.id) <
           (select l.pinned, l.created_on, l.id from company.notes l where l.tenant_id = $1 and l.id = $4))
         order by n.pinned desc, n.created_on desc, n.id desc limit ${most}`,
        [tx.tenantId, ownerKind, ownerId, ask.after ?? null],
      ),
    async () => {
      const [row] = await tx.query<{ count: number }>(
        `select count(*)::int as count from company.notes n where n.tenant_id = $1 and ${where}`,
        [tx.tenantId, ownerKind, ownerId],
      );
      return row!.count;
    },
  );
}

/** By id, deleted ones too: for answers and the change feed. */
export const notesById = (tx: Transaction, ids: readonly Id[]): Promise<Note[]> =>
  tx.query<Note>(`${NOTE} and n.id = any($2::bigint[]) order by n.id`, [tx.tenantId, ids]);
