import { Link } from '@tanstack/react-router';
import type { Setup } from '#contract/setup.ts';
import { useCurrentUser } from '../../data/current-user.ts';
import { mayCall } from '../../lib/session.ts';
import { missingSetup } from '../../parts/missing-setup.tsx';
import { buttonClass } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SetUpLink } from './set-up-link.tsx';

/**
 * In place of the lanes of a company nobody works for yet. Only of the lanes: the tray stays, since what was imported
 * into a new company waits there (e2e/import-whole-file.spec.ts).
 */
export function NoTechnicians({ setup }: { setup: Setup }) {
  const mayBook = mayCall(useCurrentUser(), 'jobs.book') && missingSetup(setup).length === 0;
  return (
    <EmptyState
      text={`There is no technician to dispatch yet.${mayBook ? ' Jobs can be booked already; they wait in the tray.' : ''}`}
      action={
        <div className="flex flex-wrap items-center justify-center gap-2">
          <SetUpLink list="technicians" text="Add technicians" />
          {mayBook && (
            <Link to="/book" className={buttonClass('primary')}>
              Book a job
            </Link>
          )}
        </div>
      }
    />
  );
}
