import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { BodyIn } from '#contract/endpoints.ts';
import type { JobView } from '#contract/job.ts';
import type { OrderSummary } from '#contract/order-summary.ts';
import type { OrderWritten } from '#contract/purchase-order.ts';
import type { Setup } from '#contract/setup.ts';
import type { SetupRecords } from '#contract/setup-record.ts';
import { dayOf } from '#domain/time.ts';
import { orderMutations } from '../../../data/purchase-orders.ts';
import { vendorQueries } from '../../../data/vendors.ts';
import { isPassing, problemOf } from '../../../lib/api.ts';
import { clock } from '../../../lib/clock.ts';
import { fieldErrorText } from '../../../lib/field-error-text.ts';
import { LeaveGuard } from '../../../parts/leave-guard.tsx';
import { ProblemNote } from '../../../parts/problem-note.tsx';
import type { PickedVendor } from '../../../parts/vendor-picker.tsx';
import { Button } from '../../../ui/button.tsx';
import { shortcutLabel, useShortcut } from '../../../ui/shortcut.ts';
import { toast } from '../../../ui/toast-store.ts';
import { linesIn } from '../lines/grid-state.ts';
import { refusalsOf } from '../lines/line-refusals.ts';
import { type Row, rowOf } from '../lines/line-row.ts';
import { LinesGrid } from '../lines/lines-grid.tsx';
import { type Faults, faultsOf, sentOf, tooMany } from '../lines/lines-to-send.ts';
import { LinesTotals, totalsOfRows } from '../lines/lines-totals.tsx';
import { useLines } from '../lines/use-lines.ts';
import type { PickedProjectRow } from '../project-picker.tsx';
import { proposedDay } from '../proposed-day.ts';
import { keepUsed, lastUsed, NEVER } from './last-used.ts';
import { NewOrderAmounts } from './new-order-amounts.tsx';
import { NewOrderFields } from './new-order-fields.tsx';
import {
  type Begun,
  bodyOf,
  countedAmounts,
  type GivenTax,
  missingIn,
  type NewOrderField,
  type NewOrderValues,
  presetOf,
  taxToBegin,
} from './new-order-values.ts';
import { TakeOver } from './take-over.tsx';

export type NewOrderFormProps = {
  units: Setup['businessUnits'];
  types: SetupRecords;
  places: SetupRecords;
  /** The newest order there is, whoever raised it. */
  recent: OrderSummary | null;
  vendor: PickedVendor | null;
  copied: Begun | null;
  job: Pick<JobView, 'id' | 'number' | 'businessUnitId'> | null;
  project: PickedProjectRow | null;
};
type Body = BodyIn<'purchaseOrders.create'>;

/** The vendor alone is enough to start: the rest is preset, and the lines are typed as in a spreadsheet. */
export function NewOrderForm(props: NewOrderFormProps) {
  const { units, types, places, copied } = props;
  const navigate = useNavigate();
  const [first] = useState(() => startOf(props));
  const [values, setValues] = useState<NewOrderValues>(first);
  const [vendor, setVendor] = useState<PickedVendor | null>(props.vendor);
  const [job, setJob] = useState(props.job);
  const [project, setProject] = useState(props.project);
  const [wrong, setWrong] = useState<ReadonlyMap<NewOrderField, string>>(new Map());
  const [faults, setFaults] = useState<Faults>(new Map());
  const [error, setError] = useState<unknown>(null);
  const [made, setMade] = useState<OrderWritten | null>(null);
  const [isSending, setSending] = useState(false);
  const underWay = useRef(false);
  const unanswered = useRef<Body | null>(null);
  const page = useRef<HTMLDivElement>(null);
  const create = useMutation(orderMutations.create());
  const whole = useQuery({
    ...vendorQueries.detail(values.vendorId ?? 0),
    enabled: values.vendorId !== null,
  });
  const unit = units.find(({ id }) => id === values.businessUnitId);
  const today = dayOf(clock.now(), unit?.timeZone ?? clock.zone());
  const rows = useMemo(() => copiedRows(copied), [copied]);
  const grid = useLines({
    rows,
    isOpen: true,
    vendorId: values.vendorId,
    today,
    descriptionsFrom: copied?.order.descriptionsFrom ?? 'Sku',
  });
  const tax: GivenTax = values.tax ?? { kind: 'Rate', rate: whole.data?.defaultTaxRate ?? 0 };
  const amounts = countedAmounts(tax, values.shippingCents);
  const proposed = values.typeId === null ? null : proposedDay(types, values.typeId, today);
  const isDirty =
    made === null &&
    (grid.lines.length > 0 ||
      (Object.keys(values) as NewOrderField[]).some((name) => values[name] !== first[name]));

  const focus = (selector: string) => page.current?.querySelector<HTMLElement>(selector)?.focus();
  function change(changes: Partial<NewOrderValues>): void {
    setValues((now) => ({ ...now, ...changes }));
    setWrong((now) => new Map([...now].filter(([field]) => !(field in changes))));
  }
  function pickVendor(picked: PickedVendor | null): void {
    setVendor(picked);
    // Another vendor has a tax of its own.
    change({ vendorId: picked?.id ?? null, tax: taxToBegin(copied, picked?.id ?? null) });
    // On to what is still asked for, else to the lines.
    if (picked) {
      const [missing] = missingIn({ ...values, vendorId: picked.id }).keys();
      setGoTo(missing ?? 'lines');
    }
  }
  // Once what was chosen is drawn: until then the list that was open holds the focus.
  const [goTo, setGoTo] = useState<NewOrderField | 'lines' | null>(null);
  useEffect(() => {
    if (goTo === null) return;
    setGoTo(null);
    const selector = goTo === 'lines' ? '[role=gridcell] input' : `[data-asks=${goTo}] :is(input, button)`;
    page.current?.querySelector<HTMLElement>(selector)?.focus();
  }, [goTo]);

  async function send(): Promise<void> {
    if (underWay.current) return;
    underWay.current = true;
    setSending(true);
    try {
      const lines = linesIn(await grid.settled());
      const missing = missingIn(values);
      const lineFaults = faultsOf(lines, today);
      setWrong(missing);
      setFaults(lineFaults);
      setError(null);
      const [field] = missing.keys();
      if (field) return setGoTo(field);
      const body = bodyOf(
        values,
        lines.map((line) => sentOf(line, today)),
        {
          jobId: job?.id ?? null,
          projectId: project?.id ?? null,
          copied,
        },
      );
      if (lineFaults.size > 0 || tooMany(lines.length) || !body) return goToLine(lineFaults, lines);
      await dispatch(body, lines);
    } finally {
      underWay.current = false;
      setSending(false);
    }
  }
  /** After a lost connection the same order goes out under the same key: one intention raises one order. */
  async function dispatch(body: Body, lines: readonly Row[]): Promise<void> {
    const again = unanswered.current;
    const variables = again && JSON.stringify(again) === JSON.stringify(body) ? again : body;
    try {
      setMade(await create.mutateAsync(variables));
      keepUsed(values);
    } catch (problem) {
      unanswered.current = isPassing(problem) ? variables : null;
      const fields = new Map(
        (problemOf(problem)?.fields ?? []).flatMap((one) => {
          const name = one.path.split('.').at(-1) as NewOrderField;
          return /\.\d+\./.test(one.path) || !(name in values) ? [] : [[name, fieldErrorText(one)] as const];
        }),
      );
      setWrong(fields);
      if (fields.size > 0) return setGoTo([...fields.keys()][0]!);
      const placed = refusalsOf(problem, lines, { lines });
      setFaults(placed.faults);
      setError(placed.rest);
      goToLine(placed.faults, lines);
    }
  }
  function goToLine(at: Faults, lines: readonly Row[]): void {
    const key = lines.find((line) => at.has(line.key))?.key;
    const [cell] = (key && at.get(key)?.keys()) || [];
    const row = grid.state.rows.findIndex((one) => one.key === key);
    if (!cell || row < 0) return;
    grid.send({ type: 'go', to: { row, cell } });
    setGoTo('lines');
  }
  // The guard lets go first: it asks as long as the page says there is something unsaved.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it is made
  useEffect(() => {
    if (!made) return;
    const { id, number } = made.card.order;
    toast({ title: `Order ${number} raised`, tone: 'success' });
    void navigate({ to: '/purchase-orders/$id', params: { id } });
  }, [made]);
  useShortcut('Mod+Enter', () => void send());
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page is opened
  useEffect(
    () => focus(values.vendorId === null ? '[data-asks=vendorId] input' : '[role=gridcell] input'),
    [],
  );

  return (
    <div ref={page} className="flex flex-col gap-4 px-5 py-3.5 max-sm:px-3">
      <fieldset disabled={isSending} className="m-0 min-w-0 border-0 p-0">
        <legend className="sr-only">The order</legend>
        <NewOrderFields
          values={values}
          vendor={vendor}
          units={units}
          types={types}
          places={places}
          job={job}
          project={project}
          proposed={proposed}
          today={today}
          wrong={wrong}
          onVendor={pickVendor}
          onChange={change}
          onJob={setJob}
          onProject={setProject}
        />
      </fieldset>
      {job && <TakeOver job={job} onTake={(text) => void grid.bring(text)} />}
      <LinesGrid grid={grid} status="Pending" currency={unit?.currency ?? ''} faults={faults} />
      <NewOrderAmounts tax={tax} shippingCents={values.shippingCents} wrong={wrong} onChange={change} />
      <LinesTotals
        totals={totalsOfRows(amounts.tax, amounts.shippingCents, grid.lines)}
        tax={amounts.tax}
        currency={unit?.currency ?? 'USD'}
      />
      <ProblemNote error={error} />
      <div className="flex justify-end gap-2">
        <Button
          variant="primary"
          size="form"
          busy={isSending}
          shortcut={shortcutLabel('Mod+Enter')}
          aria-keyshortcuts="Control+Enter Meta+Enter"
          onClick={() => void send()}
        >
          Create
        </Button>
      </div>
      <LeaveGuard when={isDirty} />
    </div>
  );
}

function startOf({ units, types, places, recent, vendor, copied, job }: NewOrderFormProps): NewOrderValues {
  const last = copied?.order ?? lastUsed() ?? recent ?? NEVER;
  return {
    vendorId: vendor?.id ?? null,
    typeId: presetOf(types.items, last.typeId),
    businessUnitId: job?.businessUnitId ?? presetOf(units, last.businessUnitId),
    inventoryLocationId: presetOf(places.items, last.inventoryLocationId),
    shipTo: copied?.order.shipTo ?? 'InventoryLocation',
    technicianId: copied?.order.technicianId ?? null,
    requiredOn: '',
    memo: copied?.order.memo ?? '',
    tax: taxToBegin(copied, vendor?.id ?? null),
    shippingCents: copied?.order.shippingCents ?? 0,
  };
}

/** As they were ordered; nothing of them is on the new order yet. */
const copiedRows = (copied: Begun | null): Row[] =>
  (copied?.lines ?? [])
    .filter(({ active = true }) => active)
    .map((line, index) => ({ ...rowOf(line), key: `copy ${index}`, lineId: null, expectedOn: '' }));
