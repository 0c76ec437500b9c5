import { Link } from '@tanstack/react-router';
import { TriangleAlert } from 'lucide-react';
import type { Setup } from '#contract/setup.ts';
import { useCurrentUser } from '../data/current-user.ts';
import { mayCall } from '../lib/session.ts';

const NEEDED = [
  ['businessUnits', 'a business unit'],
  ['jobTypes', 'a job type'],
  ['campaigns', 'a campaign'],
] as const;

/** What a company has to set up before its first booking, in the order of the form; nothing when all is there. */
export const missingSetup = (setup: Setup): readonly string[] =>
  NEEDED.flatMap(([list, words]) => (setup[list].some(({ active }) => active) ? [] : [words]));

/** Over the page, until all is there: where it is added, for who may; the others are told who does. */
export function MissingSetup({ setup }: { setup: Setup }) {
  const mayChange = mayCall(useCurrentUser(), 'setupRecords.create');
  const missing = missingSetup(setup);
  if (missing.length === 0) return null;
  return (
    <p
      role="alert"
      className="flex items-start gap-2 border-b border-warning bg-warning-soft px-4 py-2 text-base"
    >
      <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-warning" />
      <span>
        Before the first job can be booked, the company needs {listed(missing)}.{' '}
        {mayChange ? (
          <Link to="/settings" className="underline">
            Open Settings
          </Link>
        ) : (
          `An administrator adds ${missing.length > 1 ? 'them' : 'it'} in Settings.`
        )}
      </span>
    </p>
  );
}

const listed = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
