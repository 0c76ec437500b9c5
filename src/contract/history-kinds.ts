/** The records whose history can be read. Apart from the schemas, so that a screen can name them without zod. */
import { SETUP_KIND_NAMES } from '#domain/setup/kind-titles.ts';

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
  'project',
  'vendor',
  'vendorContact',
  'catalogueItem',
  'sku',
  'stockLevel',
  'purchaseOrder',
  'vendorReturn',
  'bill',
  'apPayment',
  'payment',
  ...SETUP_KIND_NAMES,
  'note',
  'file',
] as const;
export type HistoryKind = (typeof HISTORY_KINDS)[number];
