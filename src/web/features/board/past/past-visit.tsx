import type { AppointmentView } from '#contract/job.ts';
import type { Instant } from '#domain/time.ts';
import { nameIn } from '../../../data/setup.ts';
import { ASSIGNMENT_STATUS_WORDS } from '../../../lib/trade-words.ts';
import { VisitCustomer, VisitMarks, VisitTimes } from '../../../parts/appointment-drawer/visit-facts.tsx';
import { MoveList } from '../../../parts/move-list.tsx';
import { Drawer } from '../../../ui/drawer.tsx';
import type { DayIndex } from '../day/day-index.ts';

export type PastVisitProps = {
  visit: AppointmentView;
  index: DayIndex;
  at: Instant;
  takeFocus: boolean;
  onClose: () => void;
};

/** A visit as it stood, and what had been done with it until then. Nothing can be changed here. */
export function PastVisit({ visit, index, at, takeFocus, onClose }: PastVisitProps) {
  const zone = index.day.timeZone;
  return (
    <Drawer
      open
      onClose={onClose}
      takeFocus={takeFocus}
      title={`#${visit.jobNumber} ${nameIn(index.setup.jobTypes, visit.jobTypeId)}`}
      className="static! h-full w-full! border-l-0! shadow-none!"
    >
      <div className="flex flex-col gap-3">
        <VisitMarks visit={visit} />
        <VisitCustomer visit={visit} />
        <VisitTimes visit={visit} zone={zone} />
        <ul aria-label="Technicians then">
          {visit.assignments.map(({ id, technicianName, status, paused }) => (
            <li key={id} className="flex justify-between gap-2">
              <span className="min-w-0 break-words">{technicianName}</span>
              <span className="text-muted">{paused ? 'Paused' : ASSIGNMENT_STATUS_WORDS[status]}</span>
            </li>
          ))}
          {visit.assignments.length === 0 && <li className="text-muted">Nobody was assigned.</li>}
        </ul>
        <h3 className="text-xs text-muted">Until then</h3>
        <MoveList scope={{ appointmentId: visit.id }} zone={zone} until={at} />
      </div>
    </Drawer>
  );
}
