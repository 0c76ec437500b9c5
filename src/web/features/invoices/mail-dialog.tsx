import { useQuery } from '@tanstack/react-query';
import { FileText } from 'lucide-react';
import { useState } from 'react';
import type { DocumentMails } from '#contract/customer-mail.ts';
import type { InvoiceCardView } from '#contract/invoice.ts';
import { LONGEST_MESSAGE, LONGEST_SUBJECT } from '#domain/lengths.ts';
import { addressesIn } from '#domain/purchasing/sends.ts';
import type { Instant } from '#domain/time.ts';
import { invoiceMailQueries, invoicePaperUrl, statementMutations } from '../../data/statements.ts';
import { clock } from '../../lib/clock.ts';
import { formatDayTime } from '../../lib/format.ts';
import { faultText } from '../../lib/mail-fault-words.ts';
import { DialogForm } from '../../parts/dialog-form.tsx';
import { useSentOnce } from '../../parts/use-sent-once.ts';
import { Field } from '../../ui/field.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { toast } from '../../ui/toast-store.ts';

export type MailDialogProps = { card: InvoiceCardView; onClose: () => void };

/** The invoice by e-mail: to whom, in which words; below, those there were and what became of them. */
export function MailDialog({ card: { invoice }, onClose }: MailDialogProps) {
  const told = useQuery(invoiceMailQueries.of(invoice.id));
  const [typed, setTyped] = useState<Partial<Record<'to' | 'subject' | 'text', string>>>({});
  const [asked, setAsked] = useState(false);
  const { send, isSending, refused } = useSentOnce(statementMutations.sendInvoices(), () => {
    toast({ title: `Invoice ${invoice.number} is on its way to ${invoice.customerName}`, tone: 'success' });
    onClose();
  });
  const {
    to = told.data?.to ?? '',
    subject = told.data?.subject ?? '',
    text = told.data?.text ?? '',
  } = typed;
  const addresses = addressesIn(to);
  const isMissing = {
    to: addresses.length === 0,
    subject: subject.trim() === '',
    text: text.trim() === '',
  };
  const type = (field: keyof typeof typed) => (value: string) =>
    setTyped((now) => ({ ...now, [field]: value }));
  const submit = () => {
    setAsked(true);
    if (!told.data || isMissing.to || isMissing.subject || isMissing.text) return;
    const body = {
      invoiceIds: [invoice.id],
      to: [...addresses],
      ...{ subject: subject.trim(), text: text.trim() },
    };
    void send([to, subject, text], () => body);
  };
  return (
    <DialogForm
      title={`E-mail invoice ${invoice.number} to ${invoice.customerName}`}
      description={
        told.data?.canMail === false
          ? 'There is no mail server to send it by. Download the PDF and give it to the customer.'
          : 'With the invoice as a PDF. It goes out at once.'
      }
      action="Send"
      width="wide"
      busy={isSending}
      error={refused ?? told.error}
      onSubmit={submit}
      onClose={onClose}
    >
      {told.isPending ? (
        <SkeletonRows rows={4} label="Loading what it would say" />
      ) : (
        <>
          <Field
            label="To"
            required
            hint="Several with commas between them."
            error={asked && isMissing.to ? 'Give an address such as ann@example.com.' : undefined}
          >
            <TextField size="form" value={to} onChange={({ target }) => type('to')(target.value)} />
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
              onChange={({ target }) => type('subject')(target.value)}
            />
          </Field>
          <Field label="Text" required error={asked && isMissing.text ? 'Write a line or two.' : undefined}>
            <TextArea
              rows={7}
              maxLength={LONGEST_MESSAGE}
              value={text}
              onChange={({ target }) => type('text')(target.value)}
            />
          </Field>
        </>
      )}
      <p>
        <a
          href={invoicePaperUrl(invoice.id)}
          download=""
          className="inline-flex min-h-7 items-center gap-1.5"
        >
          <FileText aria-hidden className="size-4" />
          Invoice {invoice.number}.pdf
        </a>
      </p>
      <Mails mails={told.data?.mails ?? []} />
    </DialogForm>
  );
}

const STATE_WORDS = { Sending: 'On its way', Sent: 'Sent', Failed: 'Not sent', Stopped: 'Stopped' } as const;

function Mails({ mails }: Pick<DocumentMails, 'mails'>) {
  if (mails.length === 0) return null;
  return (
    <ul aria-label="E-mails with this invoice" className="m-0 list-none p-0">
      {mails.map((mail) => (
        <li key={mail.id} className="border-t border-line py-1.5 wrap-anywhere">
          {STATE_WORDS[mail.state]}: {mail.asked.byName},{' '}
          {formatDayTime(mail.asked.at as Instant, clock.zone())}, to <bdi>{mail.to.join(', ')}</bdi>
          {mail.fault && (
            <span className="block text-warning">
              <bdi>{faultText(mail.fault, mail.faultReply)}</bdi>
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
