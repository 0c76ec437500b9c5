/** A field's value as people read it: names instead of ids, local times, "none". For histories and comparisons. */
import type { Setup } from '#contract/setup.ts';
import { cents, formatCents, percentOfRate, rate } from '#domain/money.ts';
import { isDay, isInstant } from '#domain/time.ts';
import type { DeliveryOption } from '#domain/vendor/delivery.ts';
import { nameIn } from '../data/setup.ts';
import { DELIVERY_WORDS } from '../lib/delivery-words.ts';
import { formatDay, formatDayTime } from '../lib/format.ts';
import { orderValueWord } from '../lib/order-words.ts';
import { reasonWord } from '../lib/reason-text.ts';
import { costText, unitsText } from '../lib/stock-words.ts';
import { statusWord } from '../lib/trade-words.ts';
import { breaksText, type PriceBreaks } from './catalogue/breaks-text.ts';

export type ValueWording = {
  readonly setup: Setup;
  readonly zone: string;
  /** Names of what is in no set-up list, where this browser knows them: a project's status. */
  readonly nameOf?: ((field: string, id: number) => string | undefined) | undefined;
};

type ListName =
  | 'businessUnits'
  | 'jobTypes'
  | 'technicians'
  | 'campaigns'
  | 'tags'
  | 'reasons'
  | 'zones'
  | 'holdingLanes'
  | 'taxZones'
  | 'paymentTerms';
const LISTS: Readonly<Record<string, ListName>> = {
  businessUnitId: 'businessUnits',
  businessUnitIds: 'businessUnits',
  jobTypeId: 'jobTypes',
  technicianId: 'technicians',
  technicianIds: 'technicians',
  managerTechnicianIds: 'technicians',
  campaignId: 'campaigns',
  tagIds: 'tags',
  reasonId: 'reasons',
  zoneId: 'zones',
  taxZoneId: 'taxZones',
  paymentTermId: 'paymentTerms',
  holdingLaneId: 'holdingLanes',
};

/** @param field the record's own name of it, which says what ids mean */
export function valueText(field: string, value: unknown, wording: ValueWording): string {
  if (value === null || value === undefined || value === '') return 'none';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (field === 'priceBreaks') return breaksText(value as PriceBreaks) || 'none';
  if (Array.isArray(value)) {
    return value.length === 0 ? 'none' : value.map((one) => valueText(field, one, wording)).join(', ');
  }
  if (typeof value === 'number') {
    if (field.toLowerCase().endsWith('cents')) return formatCents(cents(value));
    if (RATES.has(field)) return `${percentOfRate(rate(value))} %`;
    if (UNITS.has(field)) return unitsText(value);
    if (field === 'cost') return costText(value);
    const list = LISTS[field];
    return list ? nameIn(wording.setup[list], value) : (wording.nameOf?.(field, value) ?? String(value));
  }
  if (typeof value === 'string') {
    if (field === 'deliveryOption') return DELIVERY_WORDS[value as DeliveryOption] ?? value;
    if (isInstant(value)) return formatDayTime(value, wording.zone);
    if (isDay(value)) return formatDay(value, { year: true });
    const ofOrder = orderValueWord(field, value);
    if (ofOrder !== undefined) return field === 'status' ? ofOrder.toLowerCase() : ofOrder;
    return field.toLowerCase().endsWith('status') ? statusWord(value) : value;
  }
  const texts = Object.entries(value)
    .filter(([key]) => !QUIET.has(key))
    // The reason from the list first, then what somebody wrote beside it: "Customer not home, called twice".
    .sort(([one], [other]) => Number(one === 'memo') - Number(other === 'memo'))
    // Inside of something a code is the reason's; on its own it is what a SKU is called by.
    .map(([key, inner]) =>
      key === 'code' && typeof inner === 'string' ? reasonWord(inner) : valueText(key, inner, wording),
    )
    .filter((text) => text !== 'none');
  if (texts.length > 0) return texts.join(', ');
  // A stamp that says nothing but when: sent, received.
  return valueText('at', (value as { readonly at?: unknown }).at, wording);
}

/** Inner ids and stamps of a reason or an assignment that say nothing to a reader. */
const QUIET = new Set(['id', 'by', 'at', 'appointmentId', 'active', 'endedBy', 'paused']);

/** Of a SKU, in 1/10,000. */
const UNITS = new Set(['least', 'most', 'minQuantity']);
/** Shares, in millionths. */
const RATES = new Set(['rate', 'defaultTaxRate', 'overReceiptTolerance', 'priceTolerance']);
