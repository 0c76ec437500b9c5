/** Which pieces of a paper stand on which page. A piece is never split. */

/** `keepWithPrevious`: never the first on a page, as long as something can come along with it. */
export type Piece = { readonly height: number; readonly keepWithPrevious: boolean };
/** Height for pieces on the first page, which has the order's head, and on the others. */
export type Room = { readonly first: number; readonly later: number };

/** The pieces' places, page by page; at least one page. The first may have none: its head fills it. */
export function pagesOf(pieces: readonly Piece[], room: Room): number[][] {
  const pages: number[][] = [[]];
  let left = room.first;
  for (const [at, { height, keepWithPrevious }] of pieces.entries()) {
    let page = pages.at(-1)!;
    const isBlank = page.length === 0 && pages.length > 1;
    if (height > left && !isBlank) {
      const along = keepWithPrevious ? page.splice(lastFree(page, pieces, pages.length > 1)) : [];
      page = along;
      pages.push(page);
      left = room.later - along.reduce((sum, one) => sum + pieces[one]!.height, 0);
    }
    page.push(at);
    left -= height;
  }
  return pages;
}

/** Where on the page the last piece stands that may begin one; only a page with a head may lose all. */
function lastFree(page: readonly number[], pieces: readonly Piece[], mayNotBeBlank: boolean): number {
  const place = page.findLastIndex((one) => !pieces[one]!.keepWithPrevious);
  return place < 0 || (place === 0 && mayNotBeBlank) ? page.length : place;
}
