import { clsx } from 'clsx';
import type { RoundLook } from './routes.ts';

const DASH = ['', '5 3', '0.5 3.5'];

/** A round's line as the map draws it, and its letter: told apart without colour too. */
export function RoundSwatch({ look, letter }: { look: RoundLook; letter: string }) {
  return (
    <span aria-hidden className={clsx('flex shrink-0 items-center gap-1', ROUTE_CLASS[look.hue])}>
      <svg viewBox="0 0 18 8" className="h-2 w-4.5" aria-hidden>
        <path
          d="M2 4h14"
          fill="none"
          stroke="currentColor"
          strokeWidth={3}
          strokeLinecap="round"
          strokeDasharray={DASH[look.dash]}
        />
      </svg>
      {letter && <b className="min-w-4 text-center text-xs font-semibold text-text">{letter}</b>}
    </span>
  );
}

const ROUTE_CLASS = [
  'text-(--route-1)',
  'text-(--route-2)',
  'text-(--route-3)',
  'text-(--route-4)',
  'text-(--route-5)',
  'text-(--route-6)',
  'text-(--route-7)',
  'text-(--route-8)',
];
