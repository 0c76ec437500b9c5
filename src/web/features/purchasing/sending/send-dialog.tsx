import { FileSpreadsheet, FileText } from 'lucide-react';
import { type FormEvent, useId, useRef, useState } from 'react';
import type { OrderCardView } from '#contract/purchase-order.ts';
import { LONGEST_MESSAGE, LONGEST_SUBJECT } from '#domain/lengths.ts';
import { orderMail } from '#domain/purchasing/order-mail.ts';
import { addressesIn, decideMail } from '#domain/purchasing/sends.ts';
import { papersOf } from '#domain/vendor/delivery.ts';
import { useCurrentUser } from '../../../data/current-user.ts';
import { orderPaperUrl } from '../../../data/purchase-orders.ts';
import { refusalText } from '../../../lib/refusal-text.ts';
import { ProblemNote } from '../../../parts/problem-note.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Field } from '../../../ui/field.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import type { OrderSteps } from '../use-order-step.tsx';

export type SendDialogProps = {
  card: OrderCardView;
  /** The vendor has it: nothing of the order changes. */
  isAgain: boolean;
  steps: OrderSteps;
  onClose: () => void;
};

/** The e-mail before it goes: to whom, in which words, with which papers. Enter sends it as it stands. */
export function SendDialog({ card, isAgain, steps, onClose }: SendDialogProps) {
  const formId = useId();
  const user = useCurrentUser();
  // As it was when it was opened: what somebody changes meanwhile is told, and looked at again.
  const [{ order, delivery }] = useState(card);
  const papers = papersOf(delivery.option)!;
  const [made] = useState(() =>
    orderMail({
      ...delivery,
      number: order.number,
      requiredOn: order.requiredOn as Parameters<typeof orderMail>[0]['requiredOn'],
      papers,
      byName: user.name,
      isAgain,
    }),
  );
  const [to, setTo] = useState(delivery.email);
  const [subject, setSubject] = useState(made.subject);
  const [text, setText] = useState(made.text);
  const [asked, setAsked] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const first = useRef<HTMLInputElement>(null);
  const mail = decideMail(delivery, addressesIn(to));
  const isMissing = { subject: subject.trim() === '', text: text.trim() === '' };
  const send = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    setError(null);
    if (!mail.ok || isMissing.subject || isMissing.text || steps.sending !== null) return;
    void steps.send({
      step: 'send',
      body: { again: isAgain, to: [...mail.value.to], subject: subject.trim(), text: text.trim() },
      verb: 'Send it',
      done: `Order ${order.number} is on its way to the vendor`,
      base: [{ kind: 'purchaseOrder', id: order.id, version: order.version }],
      onRefused: setError,
      onDone: onClose,
    });
  };
  const paper = (format: 'pdf' | 'xlsx', words: string, Icon: typeof FileText) => (
    <a
      href={orderPaperUrl(order.id, format, { rolledUp: papers.rolledUp })}
      download=""
      className="inline-flex min-h-7 items-center gap-1.5"
    >
      <Icon aria-hidden className="size-4" />
      {words}
    </a>
  );
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Send order ${order.number}${isAgain ? ' again' : ''} to ${card.names.vendor}`}
      description={
        isAgain
          ? 'The vendor has it already: nothing of the order changes.'
          : 'It counts as sent once the mail server has taken it. Until then nobody changes it.'
      }
      keepOnOutsidePress
      initialFocus={first}
      footer={
        <>
          <Button size="form" onClick={onClose}>
            Do not send
          </Button>
          <Button size="form" type="submit" form={formId} variant="primary" busy={steps.sending === 'send'}>
            Send
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={send} className="flex flex-col gap-3 pb-1">
        <Field
          label="To"
          required
          hint="Several with commas between them."
          error={asked && !mail.ok ? refusalText(mail.refusal.code, mail.refusal.params) : undefined}
        >
          <TextField ref={first} size="form" value={to} onChange={({ target }) => setTo(target.value)} />
        </Field>
        <Field
          label="Subject"
          required
          error={asked && isMissing.subject ? 'Say what it is about.' : undefined}
        >
          <TextField
            size="form"
            maxLength={LONGEST_SUBJECT}
            value={subject}
            onChange={({ target }) => setSubject(target.value)}
          />
        </Field>
        <Field label="Text" required error={asked && isMissing.text ? 'Write a line or two.' : undefined}>
          <TextArea
            rows={9}
            maxLength={LONGEST_MESSAGE}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
        </Field>
        <p className="flex flex-wrap items-center gap-x-4">
          <span className="text-muted">Attached{papers.rolledUp ? ', lines rolled up' : ''}:</span>
          {papers.pdf && paper('pdf', `PO ${order.number}.pdf`, FileText)}
          {papers.workbook && paper('xlsx', `PO ${order.number}.xlsx`, FileSpreadsheet)}
        </p>
        <ProblemNote error={error} />
      </form>
    </Dialog>
  );
}
