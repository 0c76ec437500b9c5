/** Which drives to ask for: those nobody has asked for yet, in as few questions as there are new places. */

export type Question = { readonly from: readonly number[]; readonly to: readonly number[] };

/**
 * Every missing drive is in one of the questions, none of which names more than `most` cells. Two drives of a new place
 * to and from each of the others are one row and one column, so the places with most missing are asked for first.
 * @param isKnown whether the drive has been asked for
 */
export function questionsFor(
  cells: readonly number[],
  isKnown: (from: number, to: number) => boolean,
  most: number,
): Question[] {
  const missing = new Map(cells.map((cell) => [cell, new Set<number>()]));
  for (const from of cells)
    for (const to of cells)
      if (from !== to && !(isKnown(from, to) && isKnown(to, from))) {
        missing.get(from)!.add(to);
        missing.get(to)!.add(from);
      }
  const asked: number[] = [];
  for (;;) {
    const [cell, others] = [...missing].reduce((one, other) => (other[1].size > one[1].size ? other : one), [
      -1,
      new Set<number>(),
    ] as [number, Set<number>]);
    if (others.size === 0) break;
    asked.push(cell);
    for (const other of others) missing.get(other)!.delete(cell);
    others.clear();
  }
  return asked.length === 0 ? [] : blocksOf(asked, cells, most);
}

/** The asked ones against all, there and back. */
function blocksOf(asked: readonly number[], all: readonly number[], most: number): Question[] {
  const few = Math.max(1, Math.floor(most / 4));
  const many = most - few;
  const questions: Question[] = [];
  for (const some of chunks(asked, few))
    for (const others of chunks(all, many))
      questions.push({ from: some, to: others }, { from: others, to: some });
  return questions;
}

const chunks = <T>(list: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, at) => list.slice(at * size, (at + 1) * size));
