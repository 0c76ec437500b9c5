/** One page of a list whose cursor is the id of the last row shown (contract, `idPageQuery`). */
import type { Id } from '#domain/ids.ts';

/** Rows of a page whose length nobody said. */
export const PAGE = 100;

export type PageAsk = { readonly limit?: number | undefined; readonly after?: Id | undefined };
export type IdPage<T> = { readonly items: T[]; readonly next: string | null; readonly total: number | null };

/**
 * @param read at most that many rows, those after the cursor
 * @param count all there are; asked for the first page only, and only when it does not hold them all
 */
export async function idPage<T extends { readonly id: Id }>(
  { limit = PAGE, after }: PageAsk,
  read: (most: number) => Promise<T[]>,
  count: () => Promise<number>,
): Promise<IdPage<T>> {
  const rows = await read(limit + 1);
  const items = rows.slice(0, limit);
  const hasMore = rows.length > limit;
  const total = after !== undefined ? null : hasMore ? await count() : rows.length;
  return { items, next: hasMore ? String(items.at(-1)!.id) : null, total };
}
