import { Link } from '@tanstack/react-router';
import { useCurrentUser } from '../../data/current-user.ts';
import { mayCall } from '../../lib/session.ts';
import { buttonClass } from '../../ui/button.tsx';

const KEEPERS = {
  technicians: { call: 'setupRecords.create', who: 'An administrator' },
  shifts: { call: 'workPatterns.create', who: 'A dispatcher or an administrator' },
} as const;

/** The way to the list that is empty, for who may fill it; the others are told who does. */
export function SetUpLink({ list, text }: { list: 'technicians' | 'shifts'; text: string }) {
  const user = useCurrentUser();
  const { call, who } = KEEPERS[list];
  if (!mayCall(user, call)) return <span className="text-muted">{who} does this in Settings.</span>;
  return (
    <Link to="/settings/$list" params={{ list }} className={buttonClass()}>
      {text}
    </Link>
  );
}
