import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { FormProvider } from 'react-hook-form';
import { useCurrentUser } from '../../data/current-user.ts';
import { problemOf, requestIdOf } from '../../lib/api.ts';
import { refusalText } from '../../lib/refusal-text.ts';
import { hasRight } from '../../lib/session.ts';
import { LeaveGuard } from '../../parts/leave-guard.tsx';
import { OverrideDialog } from '../../parts/override-dialog.tsx';
import { UndoRefusedDialog } from '../../parts/undo-refused-dialog.tsx';
import { useValueWording } from '../../parts/use-value-wording.ts';
import { useShortcut } from '../../ui/shortcut.ts';
import type { BookingBody } from './booking-body.ts';
import { ConfirmBar } from './confirm-bar.tsx';
import { problemLines, usePlacedErrors } from './server-errors.ts';
import { focusFirstWrong, focusNextStop, focusStop, type Stop } from './stops.ts';
import { useBooked } from './use-booked.ts';
import { useBooking } from './use-booking.ts';
import { useBookingSend } from './use-booking-send.ts';
import { usePlaceOfCustomer } from './use-place-of-customer.ts';
import { WhatColumn } from './what-column.tsx';
import { WhenColumn } from './when-column.tsx';
import { WhoColumn } from './who-column.tsx';

export type BookingFormProps = {
  customerId: number | undefined;
  locationId: number | undefined;
  /** Stands in the search box from the beginning. */
  typed: string;
};

/** Who, what, when, and the sentence: one call. After booking it is empty again, ready for the next. */
export function BookingForm({ customerId, locationId, typed }: BookingFormProps) {
  const user = useCurrentUser();
  const booking = useBooking({ customerId, locationId });
  const { form, draft, known, zone, now } = booking;
  const wording = useValueWording(zone);
  const frame = useRef<HTMLFormElement>(null);
  const searchBox = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(typed);
  const booked = useBooked();
  const sending = useBookingSend((written) => {
    booked.tell(written);
    booking.clear();
    setText('');
    requestAnimationFrame(() => searchBox.current?.focus());
  });
  usePlacedErrors(booking, sending.error, wording);
  // After the frame in which the next part of the form appears.
  const focusSoon = (stop: Stop) => void requestAnimationFrame(() => focusStop(frame.current, stop));
  usePlaceOfCustomer(booking, focusSoon);
  useEffect(() => {
    if (customerId === undefined) searchBox.current?.focus();
  }, [customerId]);

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
        return body ? send(overrideReason ? { ...body, overrideReason } : body) : undefined;
      },
      () => void requestAnimationFrame(() => focusFirstWrong(frame.current)),
    )();
  }
  const problem = problemOf(sending.error);
  const conflict = problem?.code.startsWith('schedule.') ? problem : null;
  useShortcut('Mod+Enter', () => void book(), { enabled: conflict === null });

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
        className="flex h-full min-h-0 flex-col"
      >
        <fieldset
          disabled={sending.isSending}
          className="m-0 grid min-h-0 min-w-0 flex-1 grid-cols-[minmax(280px,360px)_minmax(320px,1fr)_minmax(300px,400px)] border-0 p-0"
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
            onNobody={() => {
              booking.startOver();
              searchBox.current?.focus();
            }}
            zone={zone}
            mayBookDoNotService={mayBookDoNotService}
            searchBox={searchBox}
          />
          <WhatColumn
            zone={zone}
            onJobType={(id) => {
              booking.chooseJobType(id);
              if (id !== null) focusSoon('summary');
            }}
            onCampaign={(id) => {
              booking.chooseCampaign(id);
              if (id !== null) focusSoon('window');
            }}
          />
          <WhenColumn
            windows={booking.windows}
            zone={zone}
            now={now}
            mayAssign={hasRight(user, 'assignsWhileBooking')}
          />
        </fieldset>
        <ConfirmBar
          sentence={booking.sentence}
          problems={conflict ? [] : problemLines(sending.error, wording, isField)}
          footnote={requestId === null ? null : `Request ${requestId}`}
          busy={sending.isSending}
          disabledReason={disabledReason}
          lastBooked={booked.last}
          onUndo={booked.undoLast}
          onBook={() => void book()}
        />
      </form>
      <OverrideDialog
        error={conflict}
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
