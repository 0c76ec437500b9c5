/** How many letters were typed wrong: Damerau–Levenshtein (one letter more, less, other, or two neighbours swapped). */

/**
 * The distances of `a` to every beginning of `b`: `row[i]` is the distance to the first i letters. Restricted
 * (optimal string alignment): no pair of letters is touched twice, which is what typing errors are.
 */
function distances(a: string, b: string): number[] {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= a.length; i += 1) {
    const above = rows[i - 1]!;
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const isSame = a[i - 1] === b[j - 1];
      let best = Math.min(above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + (isSame ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        best = Math.min(best, rows[i - 2]![j - 2]! + 1);
      }
      row.push(best);
    }
    rows.push(row);
  }
  return rows[a.length]!;
}

/** Letters wrong between two whole words. */
export const editDistance = (a: string, b: string): number =>
  a === b ? 0 : (distances(a, b)[b.length] as number);

/** Letters wrong so far, when `typed` is the beginning of `word` or all of it. */
export const typingDistance = (typed: string, word: string): number =>
  word.startsWith(typed) ? 0 : Math.min(...distances(typed, word));

/** How many wrong letters still count as the same word: none in three letters, one in four or five, two in more. */
export const lettersForgiven = (word: string): number => (word.length < 4 ? 0 : word.length < 6 ? 1 : 2);
