import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { FormProvider } from 'react-hook-form';
import { useCurrentUser } from '../../data/current-user.ts';
import { problemOf, requestIdOf } from '../../lib/api.ts';
import { formatPhone } from '../../lib/format.ts';
import { refusalText } from '../../lib/refusal-text.ts';
import { hasRight } from '../../lib/session.ts';
import { LeaveGuard } from '../../parts/leave-guard.tsx';
import { MissingSetup } from '../../parts/missing-setup.tsx';
import { OverrideDialog } from '../../parts/override-dialog.tsx';
import { UndoRefusedDialog } from '../../parts/undo-refused-dialog.tsx';
import { useValueWording } from '../../parts/use-value-wording.ts';
import { useShortcut } from '../../ui/shortcut.ts';
import type { BookingBody } from './booking-body.ts';
import { ConfirmBar } from './confirm-bar.tsx';
import type { OriginalWork } from './original-work.tsx';
import { problemLines, usePlacedErrors } from './server-errors.ts';
import { focusFirstWrong, focusNextStop, focusStop, goOnTo, type Stop } from './stops.ts';
import type { Booked } from './use-booked.ts';
import { useBooking } from './use-booking.ts';
import { useBookingSend } from './use-booking-send.ts';
import { usePlaceOfCustomer } from './use-place-of-customer.ts';
import { useProposedCampaign } from './use-proposed-campaign.ts';
import { useProposedJobType } from './use-proposed-job-type.ts';
import { WhatColumn } from './what-column.tsx';
import { WhenColumn } from './when-column.tsx';
import { WhoColumn } from './who-column.tsx';

export type BookingFormProps = {
  customerId: number | undefined;
  locationId: number | undefined;
  /** Stands in the search box from the beginning. */
  typed: string;
  original?: OriginalWork | undefined;
  /** Kept by the page: it outlives the form, which is another one for the next caller. */
  booked: Booked;
};

const LINK = { recall: 'recallForJobId', warranty: 'warrantyForJobId' } as const;

/** Who, what, when, and the sentence: one call. After booking it is empty again, ready for the next. */
export function BookingForm({ customerId, locationId, typed, original, booked }: BookingFormProps) {
  const user = useCurrentUser();
  const booking = useBooking({ customerId, locationId, original });
  const { form, draft, known, zone, now } = booking;
  const wording = useValueWording(zone);
  const frame = useRef<HTMLFormElement>(null);
  const searchBox = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(typed);
  const navigate = useNavigate();
  const sending = useBookingSend((written) => {
    booked.tell(written);
    booking.clear();
    setText('');
    // The caller, the place and the original job in the address were this booking's, not the next one's.
    void navigate({ to: '/book', search: {}, replace: true });
    requestAnimationFrame(() => searchBox.current?.focus());
  });
  usePlacedErrors(booking, sending.error, wording);
  // After the frame in which the next part of the form appears.
  const focusSoon = (stop: Stop) => void requestAnimationFrame(() => goOnTo(frame.current, stop));
  usePlaceOfCustomer(booking, focusSoon);
  useProposedCampaign(booking);
  useProposedJobType(booking);
  useEffect(() => {
    if (customerId === undefined && original === undefined) searchBox.current?.focus();
  }, [customerId, original]);

  const mayBookDoNotService = hasRight(user, 'doNotServiceOverride');
  const disabledReason =
    known?.doNotService && !mayBookDoNotService ? refusalText('job.customer_do_not_service') : undefined;

  async function send(body: BookingBody): Promise<void> {
    const from = document.activeElement;
    await sending.send(body);
    // A fieldset that was disabled lost the focus; what was typed is still there to go on with.
    if (from instanceof HTMLElement && from.isConnected && document.activeElement === document.body)
      from.focus();
  }
  async function book(overrideReason?: string): Promise<void> {
    if (disabledReason || sending.isSending) return;
    await form.handleSubmit(
      () => {
        const { body } = booking.bodyNow();
        if (!body) return undefined;
        const linked = original ? { ...body, [LINK[original.kind]]: original.card.job.id } : body;
        return send(overrideReason ? { ...linked, overrideReason } : linked);
      },
      () => void requestAnimationFrame(() => focusFirstWrong(frame.current)),
    )();
  }
  const problem = problemOf(sending.error);
  const conflict = problem?.code.startsWith('schedule.') ? problem : null;
  const full =
    problem?.code === 'capacity.window_full' && problem.params.mayOverbook === true ? problem : null;
  useShortcut('Mod+Enter', () => void book(), { enabled: conflict === null && full === null });

  const onEnter = (event: KeyboardEvent<HTMLFormElement>) => {
    const target = event.target as HTMLElement;
    const plain =
      event.key === 'Enter' && !event.shiftKey && !event.ctrlKey && !event.metaKey && !event.altKey;
    const hasOpenList = target.getAttribute('aria-expanded') === 'true';
    if (!plain || event.defaultPrevented || hasOpenList || !target.matches('input, textarea')) return;
    event.preventDefault();
    focusNextStop(event.currentTarget, target);
  };
  const isDirty = draft.who !== 'nobody' || draft.jobTypeId !== null || draft.summary.trim() !== '';
  const isField = (path: string) => form.getFieldState(path as 'summary').error !== undefined;
  const requestId = requestIdOf(sending.error);
  return (
    <FormProvider {...form}>
      <form
        ref={frame}
        aria-label="Booking"
        noValidate
        onSubmit={(event) => event.preventDefault()}
        onKeyDown={onEnter}
        className="@container flex h-full min-h-0 flex-col"
      >
        <MissingSetup setup={booking.setup} />
        <fieldset
          disabled={sending.isSending}
          className="m-0 grid min-h-0 min-w-0 flex-1 grid-cols-1 content-start overflow-y-auto border-0 p-0 @min-[700px]:grid-cols-[1fr_minmax(340px,380px)] @min-[700px]:grid-rows-[auto_1fr] @min-[940px]:grid-cols-[minmax(264px,360px)_minmax(300px,1fr)_minmax(350px,440px)] @min-[940px]:grid-rows-1 @min-[940px]:content-stretch @min-[940px]:overflow-hidden"
        >
          <WhoColumn
            text={text}
            onTextChange={setText}
            onChoose={booking.chooseCustomer}
            onNewCustomer={() => {
              booking.startNewCustomer(text);
              focusSoon('name');
            }}
            onNewPlace={() => {
              booking.startNewPlace();
              requestAnimationFrame(() => form.setFocus('newPlace.street'));
            }}
            onElsewhere={(isElsewhere) => {
              booking.setElsewhere(isElsewhere);
              if (isElsewhere) requestAnimationFrame(() => focusStop(frame.current, 'location'));
            }}
            onHost={booking.chooseHost}
            onNobody={() => {
              booking.startOver();
              searchBox.current?.focus();
            }}
            onCall={({ customerId: id, phone }) => {
              if (id === null) {
                setText(formatPhone(phone));
                searchBox.current?.focus();
              } else booking.chooseCustomer({ id });
            }}
            zone={zone}
            mayBookDoNotService={mayBookDoNotService}
            searchBox={searchBox}
          />
          <WhatColumn
            zone={zone}
            original={original}
            onJobType={(id) => {
              booking.chooseJobType(id);
              if (id !== null) focusSoon(draft.campaignId === null ? 'campaign' : 'window');
            }}
            onCampaign={(id) => {
              booking.chooseCampaign(id);
              if (id !== null) focusSoon('window');
            }}
          />
          <WhenColumn
            windows={booking.windows}
            setup={booking.setup}
            zone={zone}
            now={now}
            mayAssign={hasRight(user, 'assignsWhileBooking')}
            mayOverbook={hasRight(user, 'overrideSchedule')}
            onDone={() => focusStop(frame.current, 'book')}
          />
        </fieldset>
        <ConfirmBar
          sentence={booking.sentence}
          problems={conflict || full ? [] : problemLines(sending.error, wording, isField)}
          footnote={requestId === null ? null : `Request ${requestId}`}
          busy={sending.isSending}
          disabledReason={disabledReason}
          lastBooked={booked.last}
          onUndo={booked.undoLast}
          onBook={() => void book()}
        />
      </form>
      <OverrideDialog
        error={conflict ?? full}
        wording={wording}
        busy={sending.isSending}
        onOverride={(reason) => void book(reason)}
        onClose={sending.dismiss}
      />
      <UndoRefusedDialog error={booked.refusal} onClose={booked.dismiss} />
      <LeaveGuard when={isDirty && !sending.isSending} />
    </FormProvider>
  );
}
