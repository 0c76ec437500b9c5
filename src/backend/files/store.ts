/** Files' rows as the contract shows them, without their links. */
import type { FileView } from '#contract/file.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import type { OwnerKind } from '#domain/notes.ts';
import { type IdPage, idPage, type PageAsk } from '../id-page.ts';

export type FileRow = Omit<FileView, 'link'>;

const FILE = `select f.id, f.version, f.owner_kind as "ownerKind", f.owner_id as "ownerId", f.name, f.kind, f.signer,
    f.media_type as "mediaType", f.size, f.sha256, f.uploaded_by as "uploadedBy",
    coalesce(u.name, 'Truckroll') as "uploadedByName", company.iso(f.created_on) as "createdOn", f.external_key as "externalKey", f.active
  from company.files f left join office.users u on u.tenant_id = f.tenant_id and u.id = f.uploaded_by
  where f.tenant_id = $1`;

/** Of one owner, newest first. */
export function filesOf(
  tx: Transaction,
  ownerKind: OwnerKind,
  ownerId: Id,
  ask: PageAsk,
): Promise<IdPage<FileRow>> {
  const where = 'f.owner_kind = $2 and f.owner_id = $3 and f.active';
  return idPage(
    ask,
    (most) =>
      tx.query<FileRow>(
        `${FILE} and ${where} and ($4::bigint is null or (f.created_on, f.id) <
           (select l.created_on, l.id from company.files l where l.tenant_id = $1 and l.id = $4))
         order by f.created_on desc, f.id desc limit ${most}`,
        [tx.tenantId, ownerKind, ownerId, ask.after ?? null],
      ),
    async () => {
      const [row] = await tx.query<{ count: number }>(
        `select count(*)::int as count from company.files f where f.tenant_id = $1 and ${where}`,
        [tx.tenantId, ownerKind, ownerId],
      );
      return row!.count;
    },
  );
}

/** By id, removed ones too. */
export const filesById = (tx: Transaction, ids: readonly Id[]): Promise<FileRow[]> =>
  tx.query<FileRow>(`${FILE} and f.id = any($2::bigint[]) order by f.id`, [tx.tenantId, ids]);
