/** The records whose history can be read. Apart from the schemas, so that a screen can name them without zod. */
export const HISTORY_KINDS = [
  'customer',
  'location',
  'contact',
  'job',
  'appointment',
  'invoice',
  'timeOff',
  'nonJobEvent',
  'shift',
] as const;
export type HistoryKind = (typeof HISTORY_KINDS)[number];
