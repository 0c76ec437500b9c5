import { clsx } from 'clsx';
import { createPortal } from 'react-dom';
import { visitHue } from '../../../parts/status-badges.tsx';
import { StatusIcon } from '../../../ui/status-badge.tsx';
import type { DropAnswer } from './drop-on.ts';
import type { InHand } from './use-map-drag.ts';

const TONES = { ok: 'text-success', soft: 'text-warning', hard: 'text-danger' };
const MOST_LINES = 4;
const ROOM_PX = { x: 300, y: 140 };

/** The visit in hand, and what letting go here would do: the words are those of the lanes. */
export function DragGhost({ hand, answer }: { hand: InHand; answer: DropAnswer | null }) {
  const { visit, x, y, target } = hand;
  const lines = answer?.consequences.lines ?? [];
  const left = Math.min(x + 12, window.innerWidth - ROOM_PX.x);
  const top = Math.min(y + 12, window.innerHeight - ROOM_PX.y);
  return createPortal(
    <div
      aria-hidden
      data-ghost
      className="pointer-events-none fixed top-0 left-0 z-60 w-72 rounded-md border border-strong bg-raised px-2 py-1.5 text-xs shadow-overlay"
      style={{ transform: `translate(${left}px, ${top}px)` }}
    >
      <p className="flex items-center gap-1.5 font-semibold">
        <StatusIcon hue={visitHue(visit)} className="size-3" />
        <span className="truncate">
          #{visit.jobNumber} {visit.customerName}
        </span>
      </p>
      {answer && (
        <p className="truncate font-semibold tabular-nums">
          {answer.name}, {answer.place}
        </p>
      )}
      {target === 'tray' && visit.assignments.length > 0 && <p>Takes the technician off</p>}
      {!answer && target === null && <p className="text-muted">Drop it on a technician or on a round</p>}
      {lines.slice(0, MOST_LINES).map((line, at) => (
        <p key={line} className={clsx(at === 0 ? TONES[answer!.consequences.severity] : 'text-muted')}>
          {line}
        </p>
      ))}
    </div>,
    document.body,
  );
}
