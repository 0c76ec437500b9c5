import type { SetupRecords } from '#contract/setup-record.ts';

/** Records of a set-up list as pickers and filters take them; none as long as the list is being read. */
export const recordsNamed = (records: SetupRecords | undefined) =>
  (records?.items ?? []).map(({ id, active, values }) => ({ id, active, name: String(values.name) }));
