import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useId, useState } from 'react';
import type { JobView } from '#contract/job.ts';
import type { OfferedMaterial } from '#contract/job-parts.ts';
import { quantityFromDecimal } from '#domain/money.ts';
import { jobPartsMutations, jobPartsQueries } from '../../../data/job-parts.ts';
import { readUnits } from '../../../lib/read-decimal.ts';
import { unitsText } from '../../../lib/stock-words.ts';
import { FormFrame } from '../../../parts/form-frame.tsx';
import { TechnicianPicker } from '../../../parts/technician-picker.tsx';
import { Combobox } from '../../../ui/combobox.tsx';
import { Field } from '../../../ui/field.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { toast } from '../../../ui/toast-store.ts';
import { SerialTicks } from './serial-ticks.tsx';

export type UseMaterialFormProps = { job: Pick<JobView, 'id' | 'number'>; onClose: () => void };
type Wrong = Partial<Record<'sku' | 'place' | 'amount', string>>;

/** What was used, how much, from where: SKUs that lie somewhere, found by typing; numbered units by their number. */
export function UseMaterialForm({ job, onClose }: UseMaterialFormProps) {
  const id = useId();
  const client = useQueryClient();
  const { mutateAsync, isPending, error } = useMutation(jobPartsMutations.use());
  const [sku, setSku] = useState<OfferedMaterial | null>(null);
  const [placeId, setPlaceId] = useState<number | null>(null);
  const [amount, setAmount] = useState('1');
  const [serials, setSerials] = useState<readonly string[]>([]);
  const [technicianId, setTechnicianId] = useState<number | null>(null);
  const [wrong, setWrong] = useState<Wrong>({});
  const search = useCallback(
    async (query: string) => (await client.fetchQuery(jobPartsQueries.offered(query))).items,
    [client],
  );
  const place = sku?.places.find((one) => one.inventoryLocationId === placeId);

  function choose(next: OfferedMaterial | null): void {
    setSku(next);
    setSerials([]);
    setWrong({});
    setPlaceId(next?.places.length === 1 ? next.places[0]!.inventoryLocationId : null);
  }
  async function submit(): Promise<void> {
    const count = sku?.serialized ? quantityFromDecimal(String(serials.length)) : readUnits(amount);
    const missing: Wrong = {
      ...(sku ? {} : { sku: 'What was used?' }),
      ...(place || !sku ? {} : { place: 'From where was it taken?' }),
      ...(count > 0
        ? {}
        : { amount: sku?.serialized ? 'Which units?' : 'How much of it? Such as 2 or 2.5.' }),
    };
    setWrong(missing);
    if (!sku || !place || Object.keys(missing).length > 0) return;
    const use = {
      skuId: sku.id,
      inventoryLocationId: place.inventoryLocationId,
      quantity: count,
      serials: [...serials],
      technicianId,
    };
    // Refused: it stands above the button (`error`), and what was typed stays.
    const done = await mutateAsync({ jobId: job.id, use }).catch(() => null);
    if (!done) return;
    toast({ title: `${unitsText(count)} ${sku.unit} of ${sku.code} used`, tone: 'success' });
    onClose();
  }

  return (
    <FormFrame
      id={id}
      title={`Material used on job ${job.number}`}
      action="Use it"
      busy={isPending}
      isDirty={sku !== null}
      error={error}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
      onClose={onClose}
    >
      <div className="grid gap-y-2.5">
        <Field label="SKU" required error={wrong.sku}>
          <Combobox<OfferedMaterial>
            autoFocus
            value={sku}
            onValueChange={choose}
            search={search}
            itemKey={(one) => one.id}
            itemText={({ code, name }) => `${code} ${name}`}
            renderItem={({ code, name, places, unit }) => (
              <span className="flex min-w-0 items-baseline gap-2">
                <bdi className="font-medium">{code}</bdi>
                <bdi className="min-w-0 flex-1 truncate text-xs text-muted">{name}</bdi>
                <span className="text-xs whitespace-nowrap text-muted tabular-nums">
                  {unitsText(places.reduce((sum, { onHand }) => sum + onHand, 0))} {unit}
                </span>
              </span>
            )}
            placeholder="Code or name"
            emptyText="Nothing like that lies anywhere. Purchasing counts what is there on the page of the SKU."
          />
        </Field>
        <Field label="From" required error={wrong.place}>
          <Select
            value={placeId}
            disabled={!sku}
            onValueChange={(next) => {
              setPlaceId(next);
              setSerials([]);
            }}
            options={(sku?.places ?? []).map((one) => ({
              value: one.inventoryLocationId,
              label: one.place,
              hint: unitsText(one.onHand),
            }))}
          />
        </Field>
        {sku?.serialized ? (
          <SerialTicks
            serials={place?.serials ?? []}
            ticked={serials}
            wrong={wrong.amount}
            onChange={setSerials}
          />
        ) : (
          <Field
            label={sku ? `Quantity (${sku.unit})` : 'Quantity'}
            required
            error={wrong.amount}
            hint={place && `${unitsText(place.onHand)} lie there.`}
          >
            <TextField
              numeric
              inputMode="decimal"
              value={amount}
              onChange={({ target }) => setAmount(target.value)}
            />
          </Field>
        )}
        <Field label="Technician">
          <TechnicianPicker value={technicianId} onValueChange={setTechnicianId} />
        </Field>
      </div>
    </FormFrame>
  );
}
