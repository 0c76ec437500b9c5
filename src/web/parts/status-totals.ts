/** "3 scheduled · 1 on hold" of the rows selected, in the order of the statuses. */
export function statusTotals<Status extends string>(
  statuses: readonly Status[],
  words: Readonly<Record<Status, string>>,
  selected: readonly { readonly status: Status }[],
): string {
  return statuses
    .flatMap((status) => {
      const count = selected.filter((row) => row.status === status).length;
      return count > 0 ? [`${count.toLocaleString('en-US')} ${words[status].toLowerCase()}`] : [];
    })
    .join(' · ');
}
