import type { InfiniteData } from '@tanstack/react-query';

export type Pages<Item> = InfiniteData<{ items: Item[]; next: string | null; total: number | null }>;

/** The same object when no row changed, so that no table draws again for a change elsewhere. */
export function mapItems<Item>(pages: Pages<Item>, change: (item: Item) => Item): Pages<Item> {
  let changed = false;
  const mapped = pages.pages.map((page) => {
    const items = page.items.map(change);
    if (items.every((item, index) => item === page.items[index])) return page;
    changed = true;
    return { ...page, items };
  });
  return changed ? { ...pages, pages: mapped } : pages;
}
