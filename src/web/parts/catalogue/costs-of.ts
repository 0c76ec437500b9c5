import type { HistoryEntry } from '#contract/history.ts';

export type CostChange = Pick<HistoryEntry, 'version' | 'at' | 'actorName'> & {
  /** null: it was new then. */
  readonly before: number | null;
  readonly after: number;
};

/** The changes of an item's cost, as its history has them: newest first. */
export const costsOf = (entries: readonly HistoryEntry[]): CostChange[] =>
  entries.flatMap(({ version, at, actorName, changes }) =>
    changes.flatMap(({ field, before, after }) =>
      field === 'cost' && typeof after === 'number'
        ? [{ version, at, actorName, before: typeof before === 'number' ? before : null, after }]
        : [],
    ),
  );
