/** What the booking form holds while the caller talks; `booking-body.ts` turns it into the contract's shape. */
import type { CUSTOMER_TYPES, CustomerSummary } from '#contract/customer.ts';
import type { JobPriority } from '#domain/job/job-card.ts';
import type { Day } from '#domain/time.ts';

type NewPlace = { street: string; unit: string; city: string; state: string; zip: string };

export type BookingDraft = {
  /** Nobody yet, somebody known, or somebody new. */
  who: 'nobody' | 'known' | 'new';
  customerId: number | null;
  newCustomer: { name: string; type: (typeof CUSTOMER_TYPES)[number]; phone: string; email: string };
  /** One of the customer's; null with `isNewPlace`, and always for a new customer. */
  locationId: number | null;
  isNewPlace: boolean;
  newPlace: NewPlace;
  /** The work is at another customer's place: the caller pays for it unless somebody else does. */
  isElsewhere: boolean;
  /** Whose place that is. */
  host: CustomerSummary | null;
  jobTypeId: number | null;
  /** By the person at the phone; else it follows what is typed about the call. */
  jobTypeIsChosen: boolean;
  businessUnitId: number | null;
  priority: JobPriority;
  campaignId: number | null;
  /** By the person at the phone; else it is only proposed and follows the caller and the unit. */
  campaignIsChosen: boolean;
  summary: string;
  customerPo: string;
  tagIds: number[];
  billTo: CustomerSummary | null;
  customFields: Record<string, string>;
  day: Day;
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
  isElsewhere: false,
  host: null,
  jobTypeId: null,
  jobTypeIsChosen: false,
  businessUnitId: null,
  priority: 'Normal',
  campaignId: null,
  campaignIsChosen: false,
  summary: '',
  customerPo: '',
  tagIds: [],
  billTo: null,
  customFields: {},
  day: today,
  windowKey: null,
  technicianId: null,
});
