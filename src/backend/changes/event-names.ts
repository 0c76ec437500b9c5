/** What a kind of record is called in events and audit verbs: `time-off.changed`, never the record's own `timeOff`. */
import type { RecordKind } from '../write/records.ts';

const SUBJECTS = {
  timeOff: 'time-off',
  nonJobEvent: 'non-job-event',
  vendorContact: 'vendor-contact',
  catalogueItem: 'catalogue-item',
  stockLevel: 'stock-level',
  purchaseOrder: 'purchase-order',
  vendorReturn: 'vendor-return',
} as const satisfies Partial<Record<RecordKind, string>>;
type Renamed = typeof SUBJECTS;
export type Subject<K extends RecordKind> = K extends keyof Renamed ? Renamed[K] : K;

/** `timeOff`, `changed` -> `time-off.changed`. */
export function eventName<K extends RecordKind, V extends string>(
  kind: K,
  happened: V,
): `${Subject<K>}.${V}` {
  const subject = (kind in SUBJECTS ? SUBJECTS[kind as keyof Renamed] : kind) as Subject<K>;
  return `${subject}.${happened}`;
}
