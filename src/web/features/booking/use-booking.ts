import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useDeferredValue, useRef } from 'react';
import { type FieldErrors, type Resolver, set, useForm, useWatch } from 'react-hook-form';
import type { CustomerSummary } from '#contract/customer.ts';
import type { Setup } from '#contract/setup.ts';
import { isMapped } from '#domain/job/references.ts';
import { useCurrentUser } from '../../data/current-user.ts';
import { customerQueries, isWholeZip } from '../../data/customers.ts';
import { homeZone, nameIn, setupQueries } from '../../data/setup.ts';
import { useNow } from '../../lib/clock.ts';
import { mayCall } from '../../lib/session.ts';
import { callerFrom, EMPTY_PLACE } from '../../parts/new-customer/new-caller.ts';
import { arrivalWindows, firstOpenDay } from '../../parts/windows/arrival-windows.ts';
import { useWindows } from '../../parts/windows/use-windows.ts';
import { bookingBody, type DraftErrors } from './booking-body.ts';
import { type BookingDraft, emptyDraft } from './booking-draft.ts';
import { confirmSentence } from './confirm-sentence.ts';
import { draftLike, type OriginalWork } from './original-work.tsx';

type BookingStart = {
  customerId: number | undefined;
  locationId: number | undefined;
  /** What is done again, or under warranty: the form begins with what it was. */
  original?: OriginalWork | undefined;
};

/** The form and everything that follows from what is in it: zone, windows, the sentence at the bottom. */
export function useBooking({ customerId, locationId, original }: BookingStart) {
  const user = useCurrentUser();
  const { data: setup } = useSuspenseQuery(setupQueries.get());
  const now = useNow();
  const home = homeZone(setup, user.businessUnitIds);
  const atHome = { setup, businessUnitId: null, zone: home };
  const start: BookingDraft = {
    ...emptyDraft(firstOpenDay(atHome, now)),
    ...(customerId === undefined ? {} : { who: 'known', customerId }),
    ...(locationId === undefined ? {} : { locationId }),
    ...(original ? draftLike(original, setup) : {}),
  };
  const context = useRef({ setup, zone: home, now });
  const form = useForm<BookingDraft>({
    defaultValues: start,
    resolver: (draft) => asResolved(draft, bookingBody(draft, context.current).errors),
    shouldFocusError: false,
  });
  const draft = useWatch({ control: form.control }) as BookingDraft;
  const { data: customer } = useQuery({
    ...customerQueries.detail(draft.customerId ?? 0),
    enabled: draft.who === 'known' && draft.customerId !== null,
  });
  const known = draft.who === 'known' && customer?.id === draft.customerId ? customer : undefined;
  const { data: host } = useQuery({
    ...customerQueries.detail(draft.host?.id ?? 0),
    enabled: draft.isElsewhere && draft.host !== null,
  });
  /** Whose place it is; undefined: not here yet, or not said. */
  const owner = draft.isElsewhere ? (host?.id === draft.host?.id ? host : undefined) : known;
  const place = draft.isNewPlace ? undefined : owner?.locations.find(({ id }) => id === draft.locationId);
  const unit = setup.businessUnits.find(({ id }) => id === draft.businessUnitId);
  const zone = place?.timeZone ?? unit?.timeZone ?? home;
  context.current = { setup, zone, now };
  const windows = arrivalWindows(draft.day, { setup, businessUnitId: draft.businessUnitId, zone }, now);
  const type = setup.jobTypes.find(({ id }) => id === draft.jobTypeId);
  const shown = useWindows({
    wanted: {
      ...draft,
      zip: useDeferredValue(zipOfNewPlace(draft)),
      zoneId: isPlaceNew(draft) ? draft.newPlace.zoneId : undefined,
    },
    setup,
    zone,
    now,
    mayAsk: mayCall(user, 'capacity.windows'),
  });
  const likely = shown.best.find(({ day, key }) => day === draft.day && key === draft.windowKey);
  const technicianWords = () => {
    if (draft.technicianId !== null) return nameIn(setup.technicians, draft.technicianId);
    return likely?.technicianId == null ? null : `${nameIn(setup.technicians, likely.technicianId)} likely`;
  };
  const street =
    draft.who === 'new' || draft.isNewPlace ? draft.newPlace.street.trim() : (place?.street ?? '');
  const sentence = confirmSentence({
    jobType: type?.name ?? null,
    customer: draft.who === 'new' ? draft.newCustomer.name.trim() || 'a new customer' : (known?.name ?? null),
    street: street || null,
    window: windows.find(({ key, isPast }) => key === draft.windowKey && !isPast) ?? null,
    technician: technicianWords(),
    host: draft.isElsewhere ? (draft.host?.name ?? null) : null,
    billTo: draft.billTo && draft.billTo.id !== draft.customerId ? draft.billTo.name : null,
    zone,
    now,
  });

  const keepErrorsTrue = () => {
    if (form.formState.isSubmitted) void form.trigger();
  };
  const atOwnPlace = () => {
    form.setValue('isElsewhere', false);
    form.setValue('host', null);
  };
  const proposeJobType = (id: number | null) => {
    form.setValue('jobTypeId', id, { shouldDirty: true });
    const type = setup.jobTypes.find((one) => one.id === id);
    if (type) {
      form.setValue('priority', type.priority);
      form.setValue(
        'businessUnitId',
        unitFor(type, form.getValues('businessUnitId'), setup, user.businessUnitIds),
      );
    }
    keepErrorsTrue();
  };
  return {
    form,
    draft,
    setup,
    known,
    owner,
    zone,
    now,
    windows: shown,
    sentence,
    bodyNow: () => bookingBody(form.getValues(), context.current),
    chooseCustomer: (hit: Pick<CustomerSummary, 'id'>) => {
      form.setValue('who', 'known', { shouldDirty: true });
      form.setValue('customerId', hit.id);
      form.setValue('locationId', null);
      form.setValue('isNewPlace', false);
      atOwnPlace();
      keepErrorsTrue();
    },
    startNewCustomer: (typed: string) => {
      form.setValue('who', 'new', { shouldDirty: true });
      form.setValue('customerId', null);
      form.setValue('locationId', null);
      form.setValue('isNewPlace', false);
      atOwnPlace();
      const { newCustomer, newPlace } = callerFrom(typed);
      form.setValue('newCustomer', newCustomer);
      form.setValue('newPlace', newPlace);
      keepErrorsTrue();
    },
    startNewPlace: () => {
      form.setValue('isNewPlace', true, { shouldDirty: true });
      form.setValue('locationId', null);
      atOwnPlace();
    },
    /** At another customer's place, or back at one of the caller's. */
    setElsewhere: (isElsewhere: boolean) => {
      form.setValue('isElsewhere', isElsewhere, { shouldDirty: true });
      form.setValue('host', null);
      form.setValue('isNewPlace', false);
      form.setValue('locationId', null);
      keepErrorsTrue();
    },
    chooseHost: (host: CustomerSummary | null) => {
      // Their own place after all.
      if (host && host.id === form.getValues('customerId')) atOwnPlace();
      else form.setValue('host', host, { shouldDirty: true });
      form.setValue('locationId', null);
      keepErrorsTrue();
    },
    chooseJobType: (id: number | null) => {
      form.setValue('jobTypeIsChosen', id !== null);
      proposeJobType(id);
    },
    proposeJobType,
    chooseCampaign: (id: number | null) => {
      form.setValue('campaignId', id, { shouldDirty: true });
      form.setValue('campaignIsChosen', id !== null);
      keepErrorsTrue();
    },
    startOver: () => {
      form.setValue('who', 'nobody');
      form.setValue('customerId', null);
      form.setValue('newPlace', EMPTY_PLACE);
      atOwnPlace();
      keepErrorsTrue();
    },
    clear: () => form.reset(emptyDraft(firstOpenDay(atHome, now))),
  };
}

const isPlaceNew = ({ who, isNewPlace }: BookingDraft): boolean => who === 'new' || isNewPlace;
const zipOfNewPlace = (draft: BookingDraft): string | undefined =>
  isPlaceNew(draft) && isWholeZip(draft.newPlace.zip) ? draft.newPlace.zip.trim() : undefined;

export type Booking = ReturnType<typeof useBooking>;

/** The unit chosen stays if it does this work; else the first that does and that this person may book for. */
function unitFor(
  type: Setup['jobTypes'][number],
  current: number | null,
  setup: Setup,
  mine: readonly number[] | null,
): number | null {
  if (current !== null && isMapped(type, current)) return current;
  const open = setup.businessUnits.filter(
    ({ id, active }) => active && isMapped(type, id) && (mine === null || mine.includes(id)),
  );
  return open[0]?.id ?? null;
}

/** The decision in the shape react-hook-form wants: errors nested by path. */
function asResolved(draft: BookingDraft, errors: DraftErrors): ReturnType<Resolver<BookingDraft>> {
  if (errors.size === 0) return { values: draft, errors: {} };
  const nested: FieldErrors<BookingDraft> = {};
  for (const [path, message] of errors) set(nested, path, { type: 'booking', message });
  return { values: {}, errors: nested };
}
