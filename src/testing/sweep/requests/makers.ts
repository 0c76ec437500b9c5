/** What the requests of several areas are made with. */
import type { EndpointName } from '#contract/endpoints.ts';
import type { Id } from '#domain/ids.ts';
import type { Maker } from '../fresh-cards.ts';
import type { Ground } from '../ground.ts';

/** One area's table of routes, each with its request. */
export type RequestsOf<Routes> = Readonly<Record<keyof Routes & EndpointName, Maker>>;

let made = 0;
/** A number nothing else of the sweep has in its name. */
export const fresh = (): number => made++;

export const plain: Maker = async () => ({});
export const byId =
  (id: (ground: Ground) => Id): Maker =>
  async (ground) => ({ params: { id: id(ground) } });

/** Of a record of company 1, in a table of schema company. */
export async function versionOf({ database }: Ground, table: string, id: Id): Promise<number> {
  const [row] = await database.transaction({ tenantId: 1, readOnly: true }, (tx) =>
    tx.query<{ version: number }>(`select version from company.${table} where id = $1`, [id]),
  );
  return row!.version;
}
