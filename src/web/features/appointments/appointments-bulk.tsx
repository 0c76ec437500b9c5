import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { BodyIn } from '#contract/endpoints.ts';
import type { AppointmentRow } from '#contract/job.ts';
import { bulkMutations } from '../../data/bulk.ts';
import { BulkDialog } from '../../parts/bulk/bulk-dialog.tsx';
import { type BulkStep, BulkSteps } from '../../parts/bulk/bulk-steps.tsx';
import { ReasonFields } from '../../parts/bulk/reason-fields.tsx';
import { TechnicianChoice } from '../../parts/bulk/technician-choice.tsx';
import { goesElsewhere, type Move, movedTimes } from './move.ts';
import { MoveFields } from './move-fields.tsx';

type Body = BodyIn<'appointments.bulk'>;
type Edit = Omit<Body['items'][number], 'id'>;
type Step = keyof typeof STEPS;

const call = 'appointments.bulk';
const STEPS = {
  confirm: { button: 'Confirm', title: 'Confirm visits', verbs: ['Confirm', 'confirmed'], call },
  move: { button: 'Move…', title: 'Move visits', verbs: ['Move', 'moved'], call },
  assign: {
    button: 'Assign…',
    title: 'Assign technicians',
    verbs: ['Assign', 'assigned'],
    call: 'appointments.assign',
  },
  hold: { button: 'Hold…', title: 'Hold visits', verbs: ['Hold', 'held'], call },
  release: { button: 'Release', title: 'Release visits from hold', verbs: ['Release', 'released'], call },
} as const satisfies Readonly<Record<string, BulkStep>>;

export type AppointmentsBulkProps = {
  selected: readonly AppointmentRow[];
  onDone: () => void;
  onUndo: (operationId: number) => void;
};

/** What can be done with the visits selected. */
export function AppointmentsBulk({ selected, onDone, onUndo }: AppointmentsBulkProps) {
  return (
    <BulkSteps steps={STEPS} words="visits" count={selected.length} onDone={onDone}>
      {(step, then) => <StepDialog step={step} selected={selected} onUndo={onUndo} {...then} />}
    </BulkSteps>
  );
}

function StepDialog({
  step,
  selected,
  onClose,
  onDone,
  onUndo,
}: AppointmentsBulkProps & { step: Step; onClose: () => void }) {
  const mutation = useMutation(bulkMutations.appointments());
  const [move, setMove] = useState<Move | null>(null);
  const [technicianIds, setTechnicianIds] = useState<readonly number[]>([]);
  const [hold, setHold] = useState<{ reasonId: number; memo: string } | null>(null);
  const editOf = (row: AppointmentRow): Edit | null => {
    switch (step) {
      case 'confirm':
        return { isConfirmed: true };
      case 'release':
        return { release: true };
      case 'hold':
        return hold && { hold };
      case 'assign':
        return technicianIds.length > 0 ? { assignTechnicianIds: [...technicianIds] } : null;
      case 'move':
        return move && goesElsewhere(row, move)
          ? { ...movedTimes(row, move), cancelDispatch: move.cancelDispatch }
          : null;
    }
  };
  const items = selected.flatMap((row) => {
    const edit = editOf(row);
    return edit ? [{ id: row.id, ...edit }] : [];
  });
  const { title, verbs } = STEPS[step];
  const staying = step === 'move' && move ? selected.length - items.length : 0;
  return (
    <BulkDialog<Body>
      title={title}
      words={['visit', 'visits']}
      verbs={verbs}
      body={items.length > 0 ? { items } : null}
      nothing={staying === selected.length ? stayingWords(staying, selected.length) : undefined}
      mutation={mutation}
      narrowed={(body, ids) => ({ ...body, items: body.items.filter(({ id }) => ids.has(id)) })}
      onClose={onClose}
      onDone={onDone}
      onUndo={onUndo}
    >
      {step === 'move' && <MoveFields onChange={setMove} />}
      {staying > 0 && <p role="status">{stayingWords(staying, selected.length)}</p>}
      {step === 'assign' && <TechnicianChoice value={technicianIds} onValueChange={setTechnicianIds} />}
      {step === 'hold' && <ReasonFields kind="Hold" onChange={setHold} />}
    </BulkDialog>
  );
}

const stayingWords = (staying: number, all: number): string =>
  staying < all
    ? `${staying} of the ${all} ${staying === 1 ? 'is' : 'are'} on that day already and ${staying === 1 ? 'stays' : 'stay'}.`
    : `Nothing to move: ${all === 1 ? 'the visit is' : `all ${all} are`} on that day already.`;
