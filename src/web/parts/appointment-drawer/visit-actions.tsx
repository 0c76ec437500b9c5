import { Check, Hand, MoveRight, Play, UserSearch, X } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { ReasonDialog } from '../reason-dialog.tsx';
import type { VisitPartProps } from './visit-details.tsx';

/** Confirm, hold, release, move: what is done with the visit as a whole. */
export function VisitActions({ visit, offers, busy, send, onMoveTo, onSuggest }: VisitPartProps) {
  const [holding, setHolding] = useState(false);
  const input = { id: visit.id };
  const number = `#${visit.jobNumber}`;
  return (
    <section aria-label="Visit actions" className="flex flex-wrap gap-1.5">
      {onMoveTo && (
        <Button
          icon={<MoveRight aria-hidden />}
          shortcut="T"
          disabledReason={
            visit.assignments.length > 0
              ? movingLocked(visit.assignments, offers)
              : offers.visit('appointments.assign')
          }
          onClick={onMoveTo}
        >
          Move to…
        </Button>
      )}
      {onSuggest && (
        <Button
          icon={<UserSearch aria-hidden />}
          disabledReason={offers.visit('appointments.assign')}
          onClick={onSuggest}
        >
          Suggest…
        </Button>
      )}
      {visit.isConfirmed ? (
        <Button
          icon={<X aria-hidden />}
          busy={busy}
          disabledReason={offers.visit('appointments.unconfirm')}
          onClick={() =>
            void send({ command: 'appointments.unconfirm', input }, `${number} is not confirmed`)
          }
        >
          Unconfirm
        </Button>
      ) : (
        <Button
          icon={<Check aria-hidden />}
          busy={busy}
          disabledReason={offers.visit('appointments.confirm')}
          onClick={() => void send({ command: 'appointments.confirm', input }, `${number} is confirmed`)}
        >
          Confirm
        </Button>
      )}
      {visit.status === 'Hold' ? (
        <Button
          icon={<Play aria-hidden />}
          busy={busy}
          disabledReason={offers.visit('appointments.release')}
          onClick={() => void send({ command: 'appointments.release', input }, `${number} is released`)}
        >
          Release
        </Button>
      ) : (
        <Button
          icon={<Hand aria-hidden />}
          disabledReason={offers.visit('appointments.hold')}
          onClick={() => setHolding(true)}
        >
          Hold…
        </Button>
      )}
      {holding && (
        <ReasonDialog
          onClose={() => setHolding(false)}
          kind="Hold"
          title={`Hold this visit of ${number}?`}
          description="Its technicians are free at once; it waits in the tray until it is released."
          action="Hold visit"
          busy={busy}
          onConfirm={async (given) => {
            if (
              await send(
                { command: 'appointments.hold', input: { ...input, ...given } },
                `${number} is on hold`,
              )
            ) {
              setHolding(false);
            }
          }}
        />
      )}
    </section>
  );
}

/** Moving one of a crew is enough, so it is locked only when nobody of them can be moved. */
function movingLocked(assignments: readonly { technicianId: number }[], offers: VisitPartProps['offers']) {
  const reasons = assignments.map(({ technicianId }) =>
    offers.technician('appointments.reassign', technicianId),
  );
  return reasons.every((reason) => reason !== undefined) ? reasons[0] : undefined;
}
