import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { type InvoiceCardView, updateInvoice } from '#contract/invoice.ts';
import { LONGEST_INVOICE } from '#domain/lengths.ts';
import { decimalOfRate, rate } from '#domain/money.ts';
import type { Day } from '#domain/time.ts';
import { invoiceMutations } from '../../data/invoices.ts';
import { setupQueries } from '../../data/setup.ts';
import { formatDay } from '../../lib/format.ts';
import { INVOICE_KIND_WORDS } from '../../lib/invoice-words.ts';
import { AddressLines, Lines, TaxLines } from '../../parts/address-lines.tsx';
import { DocumentLink } from '../../parts/document-link.tsx';
import { EditableField, type FieldEdit } from '../../parts/editable-field.tsx';
import { dayControl, paragraph } from '../../parts/fact-controls.tsx';
import { Section } from '../../parts/section.tsx';
import { SetupPicker } from '../../parts/setup-picker.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { BooksBadge, DueDay } from './invoice-status.tsx';

export type InvoiceFactsProps = {
  card: InvoiceCardView;
  today: Day;
  zone: string;
  /** Why nothing of it can be changed; undefined: it can. */
  lockedBecause: string | undefined;
};

const fields = updateInvoice.shape.changes.shape;
type Changed = keyof typeof fields;

/** Emptied it is refused by the contract's rule. */
const someDay = (edit: FieldEdit<Day>) => dayControl(edit as unknown as FieldEdit<Day | null>);

/** Whom it asks, for what, due when: its own copies, which stay what they were when the records change. */
export function InvoiceFacts({ card: { invoice }, today, zone, lockedBecause }: InvoiceFactsProps) {
  const { data: setup } = useSuspenseQuery(setupQueries.get());
  const { mutateAsync: save } = useMutation(invoiceMutations.step('update', invoice.id));
  const versions = [{ kind: 'invoice' as const, id: invoice.id, version: invoice.version }];
  const { term, tax, place, billTo } = invoice;
  const editable = <Value,>(
    label: string,
    field: Changed,
    value: Value,
    shown: ReactNode,
    control: (edit: FieldEdit<Value>) => ReactNode,
  ) => (
    <EditableField<Value>
      key={field}
      label={label}
      field={field}
      value={value}
      schema={fields[field].unwrap()}
      lockedBecause={lockedBecause}
      versions={versions}
      zone={zone}
      control={control}
      onSave={(next, expected) => save({ id: invoice.id, expected, changes: { [field]: next } })}
    >
      {shown}
    </EditableField>
  );
  const among = (list: readonly { id: number; name: string; active: boolean }[]) => {
    const control = ({ value, onChange }: FieldEdit<number | null>) => (
      <SetupPicker list={list} value={value} onValueChange={onChange} />
    );
    return control;
  };
  const day = (of: string) => <span className="tabular-nums">{formatDay(of as Day, { today })}</span>;
  const fixed: readonly (readonly [string, ReactNode])[] = [
    [
      'Customer',
      <Link key="customer" to="/customers/$id" params={{ id: invoice.customerId }}>
        <bdi>{invoice.customerName}</bdi>
      </Link>,
    ],
    ['Work at', place && <AddressLines of={place} />],
    ['Kind', INVOICE_KIND_WORDS[invoice.kind]],
    [
      'Job',
      invoice.jobId !== null && (
        <DocumentLink to="/jobs/$id" id={invoice.jobId} look="plain">
          {invoice.jobNumber}
        </DocumentLink>
      ),
    ],
    [
      'Project',
      invoice.projectId !== null && (
        <DocumentLink to="/projects/$id" id={invoice.projectId} look="plain">
          {invoice.projectNumber} <bdi>{invoice.projectName}</bdi>
        </DocumentLink>
      ),
    ],
    ['Business unit', <bdi key="unit">{invoice.businessUnit}</bdi>],
    ['Books', <BooksBadge key="books" status={invoice.syncStatus} isVoid={invoice.isVoid} />],
  ];
  return (
    <Section title="Facts">
      <div className="grid grid-cols-2 items-start gap-x-5 gap-y-2 px-3 py-2 sm:grid-cols-3 lg:grid-cols-4">
        {editable('Invoice date', 'invoiceDate', invoice.invoiceDate, day(invoice.invoiceDate), someDay)}
        {editable('Due', 'dueDate', invoice.dueDate, <DueDay invoice={invoice} today={today} />, someDay)}
        {editable(
          'Payment term',
          'paymentTermId',
          invoice.paymentTermId,
          term ? (
            <Lines>
              <bdi>{term.name}</bdi>
              {term.discountRate > 0 &&
                `${decimalOfRate(rate(term.discountRate * 100))} % off when paid within ${term.discountDays} days`}
            </Lines>
          ) : (
            'On receipt'
          ),
          among(setup.paymentTerms),
        )}
        {editable('Tax', 'taxZoneId', invoice.taxZoneId, tax && <TaxLines of={tax} />, among(setup.taxZones))}
        {editable(
          'Bill to',
          'billToName',
          billTo.name,
          <AddressLines of={billTo} />,
          ({ value, onChange }: FieldEdit<string>) => (
            <TextField value={value} onChange={({ target }) => onChange(target.value)} />
          ),
        )}
        {invoice.kind === 'Project' &&
          editable(
            'Stage',
            'stage',
            invoice.stage,
            invoice.stage ? <bdi>{invoice.stage}</bdi> : null,
            paragraph(1, LONGEST_INVOICE.stage),
          )}
        {fixed.map(([name, value]) => (
          <dl key={name} className="m-0 min-w-0">
            <dt className="text-xs text-muted">{name}</dt>
            <dd className="m-0 wrap-anywhere">{value || <span className="text-faint">none</span>}</dd>
          </dl>
        ))}
        {editable(
          'Memo',
          'memo',
          invoice.memo,
          invoice.memo ? <bdi className="whitespace-pre-line">{invoice.memo}</bdi> : null,
          paragraph(2, LONGEST_INVOICE.memo),
        )}
      </div>
    </Section>
  );
}
