/** Tags, job types and campaigns that rows name and the lists lack: made when whoever imports has said so, each once. */
import type { ImportMapping } from '#contract/import.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import type { MakeableList } from '#domain/import-records/kinds.ts';
import type { RecordPlan } from '#domain/import-records/plan.ts';
import type { JobPlan } from '#domain/import-records/plan-job.ts';
import { lockSetup } from '../../setup/records.ts';
import type { CommandContext } from '../../write/context.ts';
import { RECORDS } from '../../write/records.ts';
import { type Draft, type Made, madeOf, make } from '../setup-records.ts';

/** What is made with the name, as the set-up's own form begins (domain/setup). */
const VALUES: Readonly<Record<MakeableList, Readonly<Record<string, unknown>>>> = {
  tag: { color: 'neutral' },
  jobType: {
    businessUnitIds: [],
    skillIds: [],
    durationMinutes: 60,
    priority: 'Normal',
    keywords: '',
  },
  campaign: {},
};
/** Of a name; a longer one is left unknown, and told so. */
const LONGEST: Readonly<Record<MakeableList, number>> = { tag: 40, jobType: 80, campaign: 80 };

type Named = Readonly<Partial<Record<MakeableList, readonly string[]>>>;
export const namedByRecords = (batch: readonly RecordPlan[]): Named => ({
  tag: batch.flatMap(({ parts, tags }) => (parts.length > 0 ? tags : [])),
});
export function namedByJobs(batch: readonly JobPlan[]): Named {
  const jobs = batch.flatMap(({ job }) => job ?? []);
  return {
    tag: jobs.flatMap(({ tags }) => tags),
    jobType: jobs.map(({ jobType }) => jobType),
    campaign: jobs.map(({ campaign }) => campaign),
  };
}

const keyOf = (list: MakeableList, name: string): string => `${list} ${name.toLowerCase()}`;

/** The names a file brings that were not here, over all of its batches. */
export class NewNames {
  /** Key → the id a check takes for it: none that a record has. */
  readonly #foreseen = new Map<string, Id>();
  readonly #untold = new Set<string>();

  /** The names the first row of which is still to be told. */
  add(drafts: readonly Draft[]): Made {
    const fresh = drafts.filter(({ kind, label }) => !this.#foreseen.has(keyOf(kind as MakeableList, label)));
    for (const { kind, label } of fresh) {
      const key = keyOf(kind as MakeableList, label);
      this.#foreseen.set(key, -1 - this.#foreseen.size);
      this.#untold.add(key);
    }
    return madeOf(fresh);
  }
  /** Of a name that a run would make; undefined: no such name. */
  idOf(list: MakeableList, name: string): Id | undefined {
    return this.#foreseen.get(keyOf(list, name));
  }
  /** Whether this row is the first that names it, so that it is told there and once. */
  isFirst(list: MakeableList, name: string): boolean {
    return this.#untold.delete(keyOf(list, name));
  }
  /** As it is now: what a batch that was taken back adds must be forgotten with it. */
  copy(): NewNames {
    const copy = new NewNames();
    for (const [key, id] of this.#foreseen) copy.#foreseen.set(key, id);
    for (const key of this.#untold) copy.#untold.add(key);
    return copy;
  }
}

/** What is to be made for these rows: a name that is here, in use or not, or is another's key, is not made again. */
export async function missingNames(
  tx: Transaction,
  mapping: ImportMapping | null,
  named: Named,
): Promise<Draft[]> {
  const drafts: Draft[] = [];
  for (const list of mapping?.make ?? []) {
    const wanted = new Map<string, string>();
    for (const name of named[list] ?? []) {
      // As the first row writes it.
      if (name !== '' && !wanted.has(name.toLowerCase())) wanted.set(name.toLowerCase(), name);
    }
    if (wanted.size === 0) continue;
    const known = await tx.query<{ name: string }>(
      `select lower(name) as name from ${RECORDS[list].table} where tenant_id = $1 and lower(name) = any($2::text[])
       union select lower(external_key) from ${RECORDS[list].table} where tenant_id = $1 and external_key = any($3::text[])`,
      [tx.tenantId, [...wanted.keys()], [...wanted.values()]],
    );
    for (const { name } of known) wanted.delete(name);
    for (const name of wanted.values()) {
      if (name.length <= LONGEST[list])
        drafts.push({ kind: list, label: name, values: { ...VALUES[list], name } });
    }
  }
  return drafts;
}

/** Makes them, so that the rows of the batch find them. Names are unique: nobody else writes set-up meanwhile. */
export async function makeNames(
  tx: Transaction,
  context: CommandContext,
  mapping: ImportMapping | null,
  named: Named,
): Promise<Draft[]> {
  if ((mapping?.make ?? []).length === 0) return [];
  await lockSetup(tx);
  const drafts = await missingNames(tx, mapping, named);
  await make(tx, context, drafts);
  return drafts;
}
