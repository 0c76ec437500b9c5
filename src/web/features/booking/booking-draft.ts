/** What the booking form holds while the caller talks; `booking-body.ts` turns it into the contract's shape. */
import type { CustomerSummary } from '#contract/customer.ts';
import type { JobPriority } from '#domain/job/job-card.ts';
import type { Day } from '#domain/time.ts';
import { EMPTY_CALLER, type NewCaller } from '../../parts/new-customer/new-caller.ts';

export type BookingDraft = NewCaller & {
  /** Nobody yet, somebody known, or somebody new. */
  who: 'nobody' | 'known' | 'new';
  customerId: number | null;
  /** One of the customer's; null with `isNewPlace`, and always for a new customer. */
  locationId: number | null;
  isNewPlace: boolean;
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

export const emptyDraft = (today: Day): BookingDraft => ({
  ...EMPTY_CALLER,
  who: 'nobody',
  customerId: null,
  locationId: null,
  isNewPlace: false,
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
