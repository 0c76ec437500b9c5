import { useMutation, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { z } from 'zod';
import type { BodyIn } from '#contract/endpoints.ts';
import { type OrderCardView, updateOrder } from '#contract/purchase-order.ts';
import { LONGEST_ORDER, LONGEST_PHONE } from '#domain/lengths.ts';
import { expectedOn } from '#domain/purchasing/amounts.ts';
import type { OrderField } from '#domain/purchasing/transitions.ts';
import type { Day } from '#domain/time.ts';
import { cardOf, orderMutations } from '../../data/purchase-orders.ts';
import { setupQueries } from '../../data/setup.ts';
import { setupRecordQueries } from '../../data/setup-records.ts';
import type { Versioned } from '../../data/versions.ts';
import { fieldWord } from '../../lib/field-words.ts';
import { formatDay, formatPhone } from '../../lib/format.ts';
import { DESCRIPTION_SOURCE_WORDS, SHIP_TO_WORDS } from '../../lib/order-words.ts';
import { EditableField, type FieldEdit } from '../../parts/editable-field.tsx';
import { Choice, dayControl, line, paragraph } from '../../parts/fact-controls.tsx';
import { Section } from '../../parts/section.tsx';
import { TechnicianPicker } from '../../parts/technician-picker.tsx';
import {
  CustomerControl,
  dayWithProposal,
  JobControl,
  ProjectControl,
  VendorControl,
  wordControl,
  yesNoControl,
} from './order-fact-controls.tsx';
import { followingDay, proposedDay } from './proposed-day.ts';
import { recordsNamed } from './records-named.ts';
import type { WhyLocked } from './why-locked.ts';

const rules = updateOrder.shape.changes.unwrap().shape;
type Changes = BodyIn<'purchaseOrders.update'>['changes'];
type Name = Exclude<OrderField, 'sentOn' | 'tax' | 'shippingCents'>;

export type OrderFactsProps = {
  card: OrderCardView;
  zone: string;
  today: Day;
  whyLocked: WhyLocked;
};

/** What stands on the order as a whole, each changed where it stands; what stands still says why. */
export function OrderFacts({ card, zone, today, whyLocked }: OrderFactsProps) {
  const { data: setup } = useSuspenseQuery(setupQueries.get());
  const { data: types } = useQuery(setupRecordQueries.list('purchaseOrderType'));
  const { data: places } = useQuery(setupRecordQueries.list('inventoryLocation'));
  const { mutateAsync } = useMutation(orderMutations.step('update'));
  const { order, names } = card;
  const save = (changes: NonNullable<Changes>, expected: readonly Versioned[]) =>
    mutateAsync({
      id: order.id,
      changes: {
        ...changes,
        ...('typeId' in changes || 'date' in changes
          ? followingDay(types, order, { typeId: changes.typeId, date: changes.date as Day | undefined })
          : {}),
      },
      expected,
    });
  /** One fact: its words from its name, its rule from the contract, its lock from the table. */
  function fact<N extends Name>(
    field: N,
    shown: ReactNode,
    control: (edit: FieldEdit<OrderCardView['order'][N]>) => ReactNode,
    className?: string,
  ) {
    return (
      <EditableField<OrderCardView['order'][N]>
        label={fieldWord(field)}
        field={field}
        value={order[field]}
        schema={rules[field] as z.ZodType<unknown, unknown>}
        control={control}
        lockedBecause={whyLocked(field)}
        versions={[{ kind: 'purchaseOrder', id: order.id, version: order.version }]}
        zone={zone}
        onSave={(value, expected) => save({ [field]: value }, expected)}
        className={className}
      >
        {shown || null}
      </EditableField>
    );
  }
  /** Chosen of a list that always has one. */
  const ofList = (list: Parameters<typeof Choice>[0]['list']) => (edit: FieldEdit<number>) => (
    <Choice {...(edit as unknown as FieldEdit<number | null>)} list={list} needed />
  );
  const ofListOrNone = (list: Parameters<typeof Choice>[0]['list']) => (edit: FieldEdit<number | null>) => (
    <Choice {...edit} list={list} />
  );
  const name = (text: string | null) => text && <bdi>{text}</bdi>;
  const day = (of: Day | null) => of && <span className="tabular-nums">{formatDay(of, { today })}</span>;
  const jobNumber = names.jobNumber === null ? null : String(names.jobNumber);
  const projectNumber = names.projectNumber === null ? null : String(names.projectNumber);
  const grid = 'grid grid-cols-1 gap-x-5 gap-y-1.5 px-3 py-2 sm:grid-cols-2 lg:grid-cols-4';
  return (
    <>
      <Section title="Facts">
        <div className={grid}>
          {fact('vendorId', name(names.vendor), (edit) => (
            <VendorControl {...edit} now={names.vendor} />
          ))}
          {fact('typeId', name(names.type), ofList(recordsNamed(types)))}
          {fact('businessUnitId', name(names.businessUnit), ofList(setup.businessUnits))}
          {fact('inventoryLocationId', name(names.inventoryLocation), ofList(recordsNamed(places)))}
          {fact('date', day(order.date), dayControl as never)}
          {fact(
            'requiredOn',
            day(order.requiredOn),
            dayWithProposal(proposedDay(types, order.typeId, order.date), today),
          )}
          <div>
            <p className="mb-0.5 text-xs text-muted">Expected</p>
            <p className="flex min-h-8 items-center">
              {day(expectedOn(cardOf(card))) ?? <span className="text-faint">no day yet</span>}
            </p>
          </div>
          {fact('shipTo', SHIP_TO_WORDS[order.shipTo], wordControl(SHIP_TO_WORDS))}
          {fact('jobId', jobNumber, (edit) => (
            <JobControl {...edit} now={jobNumber} />
          ))}
          {fact('projectId', projectNumber, (edit) => (
            <ProjectControl {...edit} now={projectNumber} />
          ))}
          {fact('technicianId', name(names.technician), ({ value, onChange }) => (
            <TechnicianPicker value={value} onValueChange={onChange} />
          ))}
          {fact('purchaseForCustomerId', name(names.purchaseForCustomer), (edit) => (
            <CustomerControl {...edit} now={names.purchaseForCustomer} />
          ))}
          {fact(
            'memo',
            order.memo && <bdi className="wrap-anywhere whitespace-pre-line">{order.memo}</bdi>,
            paragraph(3, LONGEST_ORDER.memo),
            'sm:col-span-2 lg:col-span-4',
          )}
        </div>
        <nav aria-label="What it is for" className="flex gap-3 border-t border-line px-3 py-1.5 empty:hidden">
          {order.jobId !== null && (
            <Link to="/jobs/$id" params={{ id: order.jobId }}>
              Job {jobNumber}
            </Link>
          )}
          {order.projectId !== null && (
            <Link to="/projects/$id" params={{ id: order.projectId }}>
              Project {projectNumber}
            </Link>
          )}
        </nav>
      </Section>
      <Section title="Shipping and papers">
        <div className={grid}>
          {fact('shippingType', name(order.shippingType), line(LONGEST_ORDER.shipping))}
          {fact('shippingDate', day(order.shippingDate), dayControl)}
          {fact('shipToPhone', order.shipToPhone && formatPhone(order.shipToPhone), line(LONGEST_PHONE))}
          {fact('shipToFax', order.shipToFax && formatPhone(order.shipToFax), line(LONGEST_PHONE))}
          {fact('externalPoNumber', name(order.externalPoNumber), line(LONGEST_ORDER.reference))}
          {fact('vendorInvoiceNumber', name(order.vendorInvoiceNumber), line(LONGEST_ORDER.reference))}
          {fact('paymentTermId', name(names.paymentTerm), ofListOrNone(setup.paymentTerms))}
          {fact('taxZoneId', name(names.taxZone), ofListOrNone(setup.taxZones))}
          {fact('showTaxPerCategory', order.showTaxPerCategory ? 'yes' : 'no', yesNoControl)}
          {fact('printTemplate', name(order.printTemplate), line(LONGEST_ORDER.reference))}
          {fact(
            'descriptionsFrom',
            DESCRIPTION_SOURCE_WORDS[order.descriptionsFrom],
            wordControl(DESCRIPTION_SOURCE_WORDS),
          )}
        </div>
      </Section>
    </>
  );
}
