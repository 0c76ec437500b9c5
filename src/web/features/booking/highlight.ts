/** Which letters of a hit were typed. Accents and case do not count; phone numbers are compared digit by digit. */
export type Piece = { readonly text: string; readonly hit: boolean };

const folded = (letter: string): string =>
  letter.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().charAt(0);

/** The text in pieces, in order; every word of the query is marked wherever it occurs. */
export function highlight(text: string, query: string): Piece[] {
  const letters = [...text];
  const plain = letters.map(folded).join('');
  // A letter that folds to nothing would shift the places: then nothing is marked rather than the wrong thing.
  if (plain.length !== letters.length) return [{ text, hit: false }];
  const words = query
    .split(/[^\p{L}\p{N}@.]+/u)
    .filter(Boolean)
    .map((word) => [...word].map(folded).join(''));
  return pieces(letters, marks(plain, words));
}

/** The same for a phone number: the query's digits, however either is punctuated. */
export function highlightPhone(text: string, query: string): Piece[] {
  const letters = [...text];
  const places = letters.flatMap((letter, at) => (/\d/.test(letter) ? [at] : []));
  const digits = places.map((at) => letters[at]).join('');
  const runs = query.match(/\+?\d[\d\s().-]*/g) ?? [];
  const wanted = runs
    .map((run) => run.replace(/^\+1|\D/g, '').replace(/^1(?=\d{10}$)/, ''))
    .filter((run) => run.length >= 3);
  const marked = new Set<number>();
  for (const run of wanted) {
    const at = digits.indexOf(run);
    if (at < 0) continue;
    const [from, to] = [places[at]!, places[at + run.length - 1]!];
    for (let place = from; place <= to; place++) marked.add(place);
  }
  return pieces(letters, marked);
}

function marks(plain: string, words: readonly string[]): Set<number> {
  const marked = new Set<number>();
  for (const word of words) {
    for (let at = plain.indexOf(word); at >= 0; at = plain.indexOf(word, at + 1)) {
      for (let place = at; place < at + word.length; place++) marked.add(place);
    }
  }
  return marked;
}

function pieces(letters: readonly string[], marked: ReadonlySet<number>): Piece[] {
  const found: { text: string; hit: boolean }[] = [];
  for (const [at, letter] of letters.entries()) {
    const last = found.at(-1);
    if (last && last.hit === marked.has(at)) last.text += letter;
    else found.push({ text: letter, hit: marked.has(at) });
  }
  return found;
}
