type Named<Value> = { readonly value: Value; readonly label: string };

/** What a filter chip says of its choice: "North, South", "North +2"; `none` when nothing is chosen. */
export function filterSummary<Value>(
  options: readonly Named<Value>[],
  value: readonly Value[],
  none: string,
): { readonly text: string; readonly isOn: boolean } {
  const names = options.filter((option) => value.includes(option.value)).map(({ label }) => label);
  const text =
    names.length === 0 ? none : names.length > 2 ? `${names[0]} +${names.length - 1}` : names.join(', ');
  return { text, isOn: names.length > 0 };
}
