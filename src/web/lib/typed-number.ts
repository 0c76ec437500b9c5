import { centsFromDecimal } from '#domain/money.ts';

/** Commas between thousands and nowhere else: "1,5" is somebody's one and a half, never fifteen. */
const GROUPED = /^\d{1,3}(,\d{3})+(\.\d*)?$/;

/** What stands in a field for a number. null: nothing typed; undefined: not a number of zero or more. */
export function typedNumber(text: string, parse: (text: string) => number): number | null | undefined {
  const plain = text.trim();
  if (plain === '') return null;
  try {
    const value = parse(GROUPED.test(plain) ? plain.replaceAll(',', '') : plain);
    return value < 0 ? undefined : value;
  } catch {
    return undefined;
  }
}

/** Cents; nothing typed is nothing, undefined is no amount. */
export function typedCents(text: string): number | undefined {
  const read = typedNumber(text.replace(/^\s*\$/, ''), centsFromDecimal);
  return read === null ? 0 : read;
}
