/** Serial numbers as they are typed or scanned: one a line, empty lines say nothing. */
export const serialsIn = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);
