/** The foreign keys of a load that wrote with `referencesLater`: one look at all rows for each, instead of one per row. */
import { DatabaseError, type Transaction } from './database.ts';

/** Rejects with 23503, as the insert would have, when any row of schema `office` or `company` points to none. */
export async function requireReferences(tx: Transaction): Promise<void> {
  const references = await tx.query<{ name: string; isBroken: string }>(
    `select k.conname as name,
       format('exists (select from %s c where %s and not exists (select from %s p where %s))', k.conrelid::regclass,
         string_agg(format('c.%I is not null', a.attname), ' and '), k.confrelid::regclass,
         string_agg(format('p.%I = c.%I', b.attname, a.attname), ' and ')) as "isBroken"
     from pg_constraint k cross join unnest(k.conkey, k.confkey) as u(own, other)
     join pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.own
     join pg_attribute b on b.attrelid = k.confrelid and b.attnum = u.other
     where k.contype = 'f' and k.connamespace in ('office'::regnamespace, 'company'::regnamespace)
       and pg_relation_size(k.conrelid) > 0
     group by k.oid order by 1`,
  );
  for (const { name, isBroken } of references) {
    const [found] = await tx.query<{ isBroken: boolean }>(`select ${isBroken} as "isBroken"`);
    if (found!.isBroken) {
      throw new DatabaseError(`A row points to nothing: ${name}`, { code: '23503', constraint: name });
    }
  }
}
