import type { PlannedMove, PlanProposal } from '#domain/schedule/plans/question.ts';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { TickList } from '../../../ui/tick-list.tsx';
import type { DayIndex } from '../day/day-index.ts';
import { causeWords, moveWords, stuckWords, unplacedWords, visitName } from './plan-words.ts';

type Row = { readonly id: number; readonly start: string; readonly move: PlannedMove | null };

/** Each move with its reason and a tick that holds it back; what was held back stays in its place of the list. */
export function PlanRows({
  index,
  proposal,
  offered,
  pinned,
  refusals,
  onPin,
  onAll,
}: {
  index: DayIndex;
  proposal: PlanProposal;
  /** What was ever to move since the dialog opened. */
  offered: ReadonlySet<number>;
  pinned: ReadonlySet<number>;
  /** Why the server would not, by visit. */
  refusals: ReadonlyMap<number, string>;
  onPin: (visitId: number, isPinned: boolean) => void;
  /** All of them, or none. */
  onAll: (tick: boolean) => void;
}) {
  const moving = new Set(proposal.moves.map(({ appointmentId }) => appointmentId));
  const held = [...offered].filter((id) => pinned.has(id) && !moving.has(id));
  const rows: readonly Row[] = [
    ...proposal.moves.map((move) => ({ id: move.appointmentId, start: move.before.start, move })),
    ...held.map((id) => ({ id, start: index.visits.get(id)?.start ?? '', move: null })),
  ].sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : a.id - b.id));
  if (rows.length === 0) return null;
  return (
    <TickList
      label="Moves"
      allLabel={rows.length === 1 ? 'The one move' : `All ${rows.length} moves`}
      ticked={rows.filter(({ id }) => !pinned.has(id)).length}
      total={rows.length}
      onAll={onAll}
    >
      {rows.map(({ id, move }) => {
        const visit = index.visits.get(id);
        const refusal = refusals.get(id);
        return (
          <li key={id} className="py-1">
            <Checkbox
              checked={!pinned.has(id)}
              onChange={({ target }) => onPin(id, !target.checked)}
              className="w-full items-start!"
              label={
                <span className="block tabular-nums">
                  <bdi dir="ltr" className="font-semibold">
                    {visitName(index, id)}
                  </bdi>{' '}
                  {move && !pinned.has(id) ? (
                    moveWords(index, move)
                  ) : (
                    <span className="text-muted">stays as it is</span>
                  )}
                  {move && visit && !pinned.has(id) && (
                    <span className="block text-xs text-muted">{causeWords(index, visit, move)}</span>
                  )}
                  {refusal && <span className="block text-xs font-semibold text-danger">{refusal}</span>}
                </span>
              }
            />
          </li>
        );
      })}
    </TickList>
  );
}

/** What nobody takes, and what has begun: each with its reason. */
export function LeftRows({
  index,
  proposal,
  absentId,
}: {
  index: DayIndex;
  proposal: PlanProposal;
  absentId: number | null;
}) {
  const rows = [
    ...proposal.unplaced.map((one) => ({ id: one.appointmentId, text: unplacedWords(index, one) })),
    ...proposal.stuck.map((one) => ({ id: one.appointmentId, text: stuckWords(index, one, absentId ?? 0) })),
  ];
  if (rows.length === 0) return null;
  return (
    <section aria-label="Nobody takes these">
      <h3 className="mb-1 font-semibold">
        {absentId === null ? 'Nobody takes these' : 'Nobody takes these: they wait in the tray, unless begun'}
      </h3>
      <ul className="flex flex-col gap-1 text-sm">
        {rows.map(({ id, text }) => (
          <li key={id}>
            <bdi dir="ltr" className="font-semibold">
              {visitName(index, id)}
            </bdi>{' '}
            {text}
          </li>
        ))}
      </ul>
    </section>
  );
}
