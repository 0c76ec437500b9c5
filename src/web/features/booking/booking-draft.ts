/** What the booking form holds while the caller talks; `booking-body.ts` turns it into the contract's shape. */
import type { CUSTOMER_TYPES, CustomerSummary } from '#contract/customer.ts';
import type { JobPriority } from '#domain/job/job-card.ts';
import type { Day } from '#domain/time.ts';
import type { WindowLength } from './arrival-windows.ts';

export type NewPlace = { street: string; unit: string; city: string; state: string; zip: string };

export type BookingDraft = {
  /** Nobody yet, somebody known, or somebody new. */
  who: 'nobody' | 'known' | 'new';
  customerId: number | null;
  newCustomer: { name: string; type: (typeof CUSTOMER_TYPES)[number]; phone: string; email: string };
  /** One of the customer's; null with `isNewPlace`, and always for a new customer. */
  locationId: number | null;
  isNewPlace: boolean;
  newPlace: NewPlace;
  jobTypeId: number | null;
  businessUnitId: number | null;
  priority: JobPriority;
  campaignId: number | null;
  summary: string;
  customerPo: string;
  tagIds: number[];
  billTo: CustomerSummary | null;
  customFields: Record<string, string>;
  day: Day;
  windowHours: WindowLength;
  windowKey: string | null;
  technicianId: number | null;
};

export const EMPTY_PLACE: NewPlace = { street: '', unit: '', city: '', state: '', zip: '' };

export const emptyDraft = (today: Day): BookingDraft => ({
  who: 'nobody',
  customerId: null,
  newCustomer: { name: '', type: 'Residential', phone: '', email: '' },
  locationId: null,
  isNewPlace: false,
  newPlace: EMPTY_PLACE,
  jobTypeId: null,
  businessUnitId: null,
  priority: 'Normal',
  campaignId: null,
  summary: '',
  customerPo: '',
  tagIds: [],
  billTo: null,
  customFields: {},
  day: today,
  windowHours: 2,
  windowKey: null,
  technicianId: null,
});
