import { useEffect, useMemo, useState } from 'react';
import { MOST_IN_REARRANGEMENT } from '#contract/bulk-limit.ts';
import { LONGEST_LABEL } from '#domain/lengths.ts';
import type { PlanProposal } from '#domain/schedule/plans/question.ts';
import { visitMovesOf } from '#domain/schedule/plans/visit-moves.ts';
import { addMinutes, type Instant, laterOf } from '#domain/time.ts';
import { formatDay, formatTime } from '../../../lib/format.ts';
import type { Wording } from '../../../lib/refusal-params.ts';
import { ClockField } from '../../../parts/appointment-drawer/clock-field.tsx';
import { clockOf, readInstant } from '../../../parts/appointment-drawer/clock-text.ts';
import { announce } from '../../../ui/announcer.tsx';
import { Button } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Field } from '../../../ui/field.tsx';
import { ProgressBar } from '../../../ui/progress-bar.tsx';
import { shortcutLabel } from '../../../ui/shortcut.ts';
import { TextField } from '../../../ui/text-field.tsx';
import type { Shown } from '../day/use-shown.ts';
import { technicianName } from '../suggest/suggestion-words.ts';
import type { PlanAsked } from './plan-asked.ts';
import { movableOf, planDay } from './plan-day.ts';
import { PlanFigures } from './plan-figures.tsx';
import { LeftRows, PlanRows } from './plan-rows.tsx';
import { planSaid, publishedSaid, publishWords } from './plan-words.ts';
import { usePlan } from './use-plan.ts';
import { usePlanAsDraft } from './use-plan-as-draft.ts';
import { usePublishPlan } from './use-publish-plan.ts';

const OVERTIME_MINUTES = 60;
const NONE: ReadonlySet<number> = new Set();

/** What is asked, the plan with its reasons, and one step that publishes it. */
export function PlanDialog({
  asked,
  shown,
  now,
  wording,
  onClose,
}: {
  asked: PlanAsked;
  shown: Pick<Shown, 'index' | 'lanes' | 'visits'>;
  now: Instant;
  wording: Wording;
  onClose: () => void;
}) {
  const { index } = shown;
  const { day, timeZone: zone } = index.day;
  const absentId = asked.kind === 'absence' ? asked.technicianId : null;
  const { proposal, madeOn, share, isFaulty, work, stop } = usePlan();
  const [pinned, setPinned] = useState(NONE);
  const [offered, setOffered] = useState(NONE);
  if (proposal?.moves.some(({ appointmentId }) => !offered.has(appointmentId)))
    setOffered(new Set([...offered, ...proposal.moves.map(({ appointmentId }) => appointmentId)]));
  const [overtime, setOvertime] = useState(false);
  const [label, setLabel] = useState('Sick');
  const [from, setFrom] = useState(() => clockOf(formatTime(laterOf(now, index.day.start), zone)));
  const lastMinute = addMinutes(index.day.end, -1);
  const [to, setTo] = useState(clockOf(formatTime(lastMinute, zone)));
  const start = readInstant(from, day, zone);
  const until = readInstant(to, day, zone);
  // The last minute of the day is the whole of it.
  const end = until.at === lastMinute ? index.day.end : until.at;
  const isSpan = start.at !== null && end !== null && start.at < end;
  const absence = useMemo(
    () =>
      absentId !== null && isSpan
        ? { technicianId: absentId, start: start.at as Instant, end: end as Instant }
        : null,
    [absentId, isSpan, start.at, end],
  );
  const isReady = asked.kind === 'optimise' || absence !== null;
  // The whole board takes what somebody who is out had; a day is made better within what is shown.
  const scope = asked.kind === 'absence' ? null : shown;
  const visits = scope ? scope.visits : [...index.visits.values()];
  const again = () => {
    if (!isReady) return;
    const lanes = scope ? scope.lanes : [...index.lanes.values()];
    const movable = movableOf(visits);
    const question = { absence, movable, pinned, mostOvertimeMinutes: overtime ? OVERTIME_MINUTES : 0 };
    published.forget();
    work({ kind: asked.kind, day: planDay(index, lanes, visits, now), question }, index.day);
  };
  const published = usePublishPlan(wording);
  // Asked anew it is worked out anew; what others change meanwhile only makes it old.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the day and the minute are read when it is asked
  useEffect(again, [absence, pinned, overtime, isReady]);
  const isOld = madeOn !== null && madeOn !== index.day && share === null && !published.busy;
  const said = proposal && planSaid(proposal);
  useEffect(() => {
    if (said) announce(said);
  }, [said]);
  const isTooMuch = (proposal?.moves.length ?? 0) + (proposal?.unplaced.length ?? 0) > MOST_IN_REARRANGEMENT;
  const isEmpty = !proposal || (asked.kind === 'optimise' && proposal.moves.length === 0);
  const draft = usePlanAsDraft(index.day);
  const movesOf = (of: PlanProposal) =>
    visitMovesOf(
      of,
      new Map(
        [...index.visits.values()].map((visit) => [visit.id, { plannedStart: visit.start, end: visit.end }]),
      ),
    );
  const count = proposal ? movesOf(proposal).length : 0;
  const isHeldUp = isEmpty || share !== null || isTooMuch || isOld;
  const publish = async () => {
    if (!proposal || isHeldUp || !isReady || published.busy) return;
    const moves = movesOf(proposal);
    const done = publishedSaid(index, absentId, moves.length);
    if (await published.publish(absence && { ...absence, label: label.trim() }, moves, done)) onClose();
  };
  const name = absentId === null ? '' : technicianName(index, absentId);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      width="wide"
      keepOnOutsidePress
      title={asked.kind === 'absence' ? `${name} is out, ${formatDay(day)}` : `Optimise ${formatDay(day)}`}
      description={
        asked.kind === 'absence'
          ? 'Who takes their visits, and why. Untick what is to stay; nothing changes before you publish.'
          : `Less driving for the ${shown.lanes.length} technicians shown, every promised window kept. Untick what is to stay; nothing changes before you publish.`
      }
      footer={
        <>
          <Button size="form" onClick={onClose}>
            Leave it
          </Button>
          {isOld ? (
            <Button size="form" variant="primary" onClick={again}>
              Work it out again
            </Button>
          ) : (
            <>
              {proposal && asked.kind === 'optimise' && (
                <Button
                  size="form"
                  disabled={isHeldUp}
                  busy={draft.busy}
                  onClick={() => draft.open(movesOf(proposal), index.visits, onClose)}
                >
                  Play it as a draft
                </Button>
              )}
              <Button
                size="form"
                variant="primary"
                type="submit"
                disabled={isHeldUp || !isReady}
                busy={published.busy}
                shortcut={shortcutLabel('Mod+Enter')}
                onClick={() => void publish()}
              >
                {publishWords(count)}
              </Button>
            </>
          )}
        </>
      }
    >
      <div className="flex flex-col gap-3 pb-1">
        <div className="flex flex-wrap items-end gap-3">
          {asked.kind === 'absence' && (
            <>
              <ClockField
                label="From"
                required
                value={from}
                onValueChange={setFrom}
                reading={start}
                zone={zone}
                showError
              />
              <ClockField
                label="Until"
                required
                value={to}
                onValueChange={setTo}
                reading={
                  isSpan || until.at === null
                    ? until
                    : { at: null, isTwice: false, error: 'After the start.' }
                }
                zone={zone}
                showError
              />
              <Field label="Why, as the board shows it">
                <TextField
                  maxLength={LONGEST_LABEL}
                  value={label}
                  onChange={({ target }) => setLabel(target.value)}
                />
              </Field>
            </>
          )}
          <Checkbox
            label="Up to an hour of overtime"
            checked={overtime}
            onChange={({ target }) => setOvertime(target.checked)}
            className="min-h-8"
          />
        </div>
        <div className="min-h-6">
          {share !== null ? (
            <div className="flex items-center gap-3 text-sm text-muted">
              <ProgressBar label="The plan" value={share * 100} className="flex-1" />
              <Button variant="ghost" onClick={stop}>
                Stop
              </Button>
            </div>
          ) : isFaulty ? (
            <p className="text-danger">The plan could not be worked out. Try again.</p>
          ) : isOld ? (
            <p className="font-semibold text-warning">Somebody changed the day since: this plan is old.</p>
          ) : published.refused ? (
            <p role="alert" className="font-semibold text-danger">
              {published.refused.text}
            </p>
          ) : isTooMuch ? (
            <p>
              More than {MOST_IN_REARRANGEMENT} visits in one step. Filter to a zone or a unit and plan that
              first.
            </p>
          ) : (
            said && <p className="font-semibold">{said}</p>
          )}
        </div>
        {proposal && (
          <div className={share === null ? 'flex flex-col gap-3' : 'flex flex-col gap-3 opacity-60'}>
            <PlanFigures before={proposal.before} after={proposal.after} />
            <PlanRows
              index={index}
              proposal={proposal}
              offered={offered}
              pinned={pinned}
              refusals={published.refused?.byVisit ?? new Map()}
              onPin={(id, isPinned) =>
                setPinned(
                  (before) => new Set(isPinned ? [...before, id] : [...before].filter((one) => one !== id)),
                )
              }
              // None of them, and nothing else instead.
              onAll={(tick) => setPinned(tick ? NONE : new Set(visits.map(({ id }) => id)))}
            />
            <LeftRows index={index} proposal={proposal} absentId={absentId} />
          </div>
        )}
      </div>
    </Dialog>
  );
}
