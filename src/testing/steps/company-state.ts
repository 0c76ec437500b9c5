/** All that people see of a company, to compare before and after: every record in use, without what only counts on. */
import type { Database } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';

/** What is made anew by each step, or belongs to no record a step changes. */
const LEFT_OUT =
  /^(history|changes|changes_forgotten|counters|imports?|import_.*|search_words|calls|board_drafts|address_points)$/;
/**
 * A step made twice has other versions and stamps of writing; what was put away is not looked into. Of an absence and
 * what it lies over either may carry the mark of it, whichever was put there last.
 */
const COUNTED = ['version', 'created_on', 'modified_on', 'tenant_id'];

/** By table and row; a row that is missing is out of use. */
export type CompanyState = ReadonlyMap<string, string>;

export async function companyState(database: Database, tenantId: Id): Promise<CompanyState> {
  return database.transaction({ tenantId, readOnly: true }, async (tx) => {
    const tables = (
      await tx.query<{ name: string; hasActive: boolean }>(
        `select t.table_name as name, exists (select from information_schema.columns c where c.table_schema = 'company'
           and c.table_name = t.table_name and c.column_name = 'active') as "hasActive"
         from information_schema.tables t where t.table_schema = 'company' and t.table_type = 'BASE TABLE' order by 1`,
      )
    ).filter(({ name }) => !LEFT_OUT.test(name));
    const rows = await tx.query<{ name: string; row: Record<string, unknown> }>(
      tables
        .map(
          ({ name, hasActive }) =>
            `select '${name}' as name, to_jsonb(r) as row from company.${name} r where r.tenant_id = $1${hasActive ? ' and r.active' : ''}${CONDITIONS[name] ?? ''}`,
        )
        .join(' union all '),
      [tenantId],
    );
    return new Map(
      rows.map(({ name, row }) => {
        const isSpan = name === 'occupancy' && row.kind !== 'assignment';
        const shown = Object.entries(row).filter(
          ([field]) => !(COUNTED.includes(field) || (isSpan && field === 'overridden')),
        );
        const text = JSON.stringify(shown.sort(([a], [b]) => (a < b ? -1 : 1)));
        return [`${name} ${row.id ?? text}`, text];
      }),
    );
  });
}

/** An undone booking stays as a canceled job, which its person does not look for. */
const GONE = `(select id from company.jobs where tenant_id = $1 and canceled->>'code' = 'booking.undone')`;
const CONDITIONS: Readonly<Record<string, string>> = {
  jobs: ` and r.id not in ${GONE}`,
  invoices: ` and r.job_id not in ${GONE}`,
  invoice_places: ` and r.id not in (select id from company.invoices where tenant_id = $1 and job_id in ${GONE})`,
  appointments: ` and r.job_id not in ${GONE}`,
  // Emptied windows keep their row.
  window_counters: ' and r.visits > 0',
  timesheet_stamps: ` and r.assignment_id in (select id from company.assignments where tenant_id = $1 and active)`,
};

/** What differs, as `table id: was … is …`; empty: the same. */
export function differencesIn(was: CompanyState, is: CompanyState): string[] {
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((key) =>
    was.get(key) === is.get(key) ? [] : [`${key}: was ${was.get(key)} is ${is.get(key)}`],
  );
}
