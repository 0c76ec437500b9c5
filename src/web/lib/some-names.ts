const SHOWN = 5;
const list = new Intl.ListFormat('en-US');

/** "Grainger, Johnstone, and 7 more": of many records the first by name. */
export function someNames(records: readonly { readonly name: string }[]): string {
  const others = records.length - SHOWN;
  return list.format([
    ...records.slice(0, SHOWN).map(({ name }) => name),
    ...(others > 0 ? [`${others.toLocaleString('en-US')} more`] : []),
  ]);
}
