import { useCallback, useState } from 'react';
import type { AppointmentView } from '#contract/job.ts';
import { whyNot } from '#domain/schedule/suggestions/binding.ts';
import type { Suggestion, SuggestionDay, WantedVisit } from '#domain/schedule/suggestions/question.ts';
import type { Instant } from '#domain/time.ts';
import { Combobox } from '../../../ui/combobox.tsx';
import { Field } from '../../../ui/field.tsx';
import type { DayIndex, Lane } from '../day/day-index.ts';
import { FactorTable } from './factor-table.tsx';
import { laneFacts } from './suggestion-day.ts';
import { technicianName, whyNotWords } from './suggestion-words.ts';

export type WhyNotFieldProps = {
  index: DayIndex;
  visit: AppointmentView;
  wanted: WantedVisit;
  day: SuggestionDay;
  /** Whom they are compared with; undefined when nobody can. */
  best: Suggestion | undefined;
  now: Instant;
};

/** "Why not Sam?": the sentence and, where Sam could, his minutes beside the best one's. */
export function WhyNotField({ index, visit, wanted, day, best, now }: WhyNotFieldProps) {
  const [askedId, setAskedId] = useState<number | null>(null);
  const bestId = best?.technicianId;
  const search = useCallback(async (query: string) => othersLike(index, query, bestId), [index, bestId]);
  const asked = askedId === null ? undefined : index.lanes.get(askedId);
  const answer = asked && whyNot(day, wanted, laneFacts(asked));
  return (
    <div className="flex flex-col gap-2 border-t border-line pt-2.5">
      <Field label="Why not…">
        <Combobox<Lane>
          isLocal
          placeholder="Another technician"
          value={asked ?? null}
          onValueChange={(lane) => setAskedId(lane?.technician.id ?? null)}
          search={search}
          itemKey={({ technician }) => technician.id}
          itemText={({ technician }) => technician.name}
          emptyText="No technician like that on this day."
        />
      </Field>
      <div aria-live="polite" className="flex flex-col gap-2 empty:hidden">
        {asked && answer && <p>{whyNotWords(index, visit, asked, answer, best, now)}</p>}
        {asked && answer?.kind === 'fits' && best && bestId !== askedId && (
          <FactorTable
            label={`${technicianName(index, best.technicianId)} and ${asked.technician.name} compared`}
            places={[
              { name: technicianName(index, best.technicianId), place: best },
              { name: asked.technician.name, place: answer.place },
            ]}
          />
        )}
      </div>
    </div>
  );
}

/** Everybody of the day, whom the filters hide too: that is a reason one may ask for. */
function othersLike(index: DayIndex, query: string, bestId: number | undefined): Lane[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return [...index.lanes.values()]
    .filter(({ technician: { id, name } }) => {
      const text = name.toLowerCase();
      return id !== bestId && words.every((word) => text.includes(word));
    })
    .sort((a, b) => a.technician.name.localeCompare(b.technician.name, 'en-US'));
}
