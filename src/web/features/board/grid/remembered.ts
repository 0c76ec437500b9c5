/** The same quarter hours come again and again; Intl formatting is the slowest part of a label. */
export function remembered(format: (ms: number) => string): (ms: number) => string {
  const known = new Map<number, string>();
  return (ms) => {
    let text = known.get(ms);
    if (text === undefined) {
      if (known.size > 5_000) known.clear();
      text = format(ms);
      known.set(ms, text);
    }
    return text;
  };
}
