/** Conditions of a list's query with their parameters, added one by one. */

export type Filter = {
  readonly where: string[];
  readonly params: unknown[];
  /** `condition` gets the value's placeholder; a value left out adds nothing. */
  add(value: unknown, condition: (placeholder: string) => string): void;
};

/** `$1` is the tenant, `first` the condition that uses it. */
export function filterOf(tenantId: unknown, first: string): Filter {
  const where = [first];
  const params = [tenantId];
  return {
    where,
    params,
    add(value, condition) {
      if (value === undefined || value === null) return;
      params.push(value);
      where.push(condition(`$${params.length}`));
    },
  };
}

/** A word as it is looked for with `like`: its own marks are letters. */
export const likeWord = (word: string): string => word.replace(/[\\%_]/g, '\\$&');
