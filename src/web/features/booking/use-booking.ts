import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { type FieldErrors, type Resolver, set, useForm, useWatch } from 'react-hook-form';
import type { CustomerSummary } from '#contract/customer.ts';
import type { Setup } from '#contract/setup.ts';
import { isMapped } from '#domain/job/references.ts';
import { useCurrentUser } from '../../data/current-user.ts';
import { customerQueries } from '../../data/customers.ts';
import { homeZone, nameIn, setupQueries } from '../../data/setup.ts';
import { useNow } from '../../lib/clock.ts';
import { arrivalWindows, firstOpenDay } from './arrival-windows.ts';
import { bookingBody, type DraftErrors } from './booking-body.ts';
import { type BookingDraft, EMPTY_PLACE, emptyDraft } from './booking-draft.ts';
import { confirmSentence } from './confirm-sentence.ts';
import { typedCaller } from './typed-caller.ts';

export type BookingStart = { customerId: number | undefined; locationId: number | undefined };

/** The form and everything that follows from what is in it: zone, windows, the sentence at the bottom. */
export function useBooking({ customerId, locationId }: BookingStart) {
  const user = useCurrentUser();
  const { data: setup } = useSuspenseQuery(setupQueries.get());
  const now = useNow();
  const home = homeZone(setup, user.businessUnitIds);
  const start: BookingDraft = {
    ...emptyDraft(firstOpenDay(home, 2, now)),
    ...(customerId === undefined ? {} : { who: 'known', customerId }),
    ...(locationId === undefined ? {} : { locationId }),
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
  const place = draft.isNewPlace ? undefined : known?.locations.find(({ id }) => id === draft.locationId);
  const unit = setup.businessUnits.find(({ id }) => id === draft.businessUnitId);
  const zone = place?.timeZone ?? unit?.timeZone ?? home;
  context.current = { setup, zone, now };
  const windows = arrivalWindows(draft.day, zone, draft.windowHours, now);
  const type = setup.jobTypes.find(({ id }) => id === draft.jobTypeId);
  const street =
    draft.who === 'new' || draft.isNewPlace ? draft.newPlace.street.trim() : (place?.street ?? '');
  const sentence = confirmSentence({
    jobType: type?.name ?? null,
    customer: draft.who === 'new' ? draft.newCustomer.name.trim() || 'a new customer' : (known?.name ?? null),
    street: street || null,
    window: windows.find(({ key, isPast }) => key === draft.windowKey && !isPast) ?? null,
    technician: draft.technicianId === null ? null : nameIn(setup.technicians, draft.technicianId),
    zone,
    now,
  });

  const keepErrorsTrue = () => {
    if (form.formState.isSubmitted) void form.trigger();
  };
  return {
    form,
    draft,
    setup,
    known,
    zone,
    now,
    windows,
    sentence,
    bodyNow: () => bookingBody(form.getValues(), context.current),
    chooseCustomer: (hit: Pick<CustomerSummary, 'id'>) => {
      form.setValue('who', 'known', { shouldDirty: true });
      form.setValue('customerId', hit.id);
      form.setValue('locationId', null);
      form.setValue('isNewPlace', false);
      keepErrorsTrue();
    },
    startNewCustomer: (typed: string) => {
      const { street: typedStreet, ...caller } = typedCaller(typed);
      form.setValue('who', 'new', { shouldDirty: true });
      form.setValue('customerId', null);
      form.setValue('locationId', null);
      form.setValue('isNewPlace', false);
      form.setValue('newCustomer', { ...caller, type: 'Residential' });
      form.setValue('newPlace', { ...EMPTY_PLACE, street: typedStreet });
      keepErrorsTrue();
    },
    startNewPlace: () => {
      form.setValue('isNewPlace', true, { shouldDirty: true });
      form.setValue('locationId', null);
    },
    chooseJobType: (id: number | null) => {
      form.setValue('jobTypeId', id, { shouldDirty: true });
      const chosen = setup.jobTypes.find((one) => one.id === id);
      if (chosen) {
        form.setValue('priority', chosen.priority);
        form.setValue(
          'businessUnitId',
          unitFor(chosen, form.getValues('businessUnitId'), setup, user.businessUnitIds),
        );
      }
      keepErrorsTrue();
    },
    chooseCampaign: (id: number | null) => {
      form.setValue('campaignId', id, { shouldDirty: true });
      keepErrorsTrue();
    },
    startOver: () => {
      form.setValue('who', 'nobody');
      form.setValue('newPlace', EMPTY_PLACE);
      keepErrorsTrue();
    },
    clear: () => form.reset(emptyDraft(firstOpenDay(home, 2, now))),
  };
}

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
