/** The same quarter hours come again and again; Intl formatting is the slowest part of a label. */
export function remembered<Times extends number[]>(
  format: (...times: Times) => string,
): (...times: Times) => string {
  const known = new Map<string, string>();
  return (...times) => {
    const key = times.join();
    let text = known.get(key);
    if (text === undefined) {
      if (known.size > 5_000) known.clear();
      text = format(...times);
      known.set(key, text);
    }
    return text;
  };
}
