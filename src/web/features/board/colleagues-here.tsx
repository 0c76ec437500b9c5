import { clsx } from 'clsx';
import type { Day } from '#domain/time.ts';
import { useCurrentUser } from '../../data/current-user.ts';
import { usePresentPages } from '../../data/live/presence-state.ts';
import { initialsOf } from '../../lib/initials.ts';
import { Avatar } from '../../ui/avatar.tsx';

const MOST_SHOWN = 4;
/** Where the bar is narrow. */
const FEW = 2;

/** The colleagues who look at one of these days, too. */
export function ColleaguesHere({ first, last }: { first: Day; last: Day }) {
  const me = useCurrentUser().id;
  const pages = usePresentPages();
  const names = new Map(
    pages
      .filter((one) => one.day >= first && one.day <= last && one.userId !== me)
      .map(({ userId, name }) => [userId, name]),
  );
  if (names.size === 0) return null;
  const all = [...names].sort(([one], [other]) => one - other);
  return (
    <ul aria-label="Also looking at this day" className="flex -space-x-1 max-md:hidden">
      {all.slice(0, MOST_SHOWN).map(([userId, name], place) => (
        <li
          key={userId}
          className={clsx('rounded-full ring-2 ring-surface', place >= FEW && 'max-lg:hidden')}
        >
          <Avatar name={name} initials={initialsOf(name)} />
        </li>
      ))}
      <Others names={all.slice(FEW).map(([, name]) => name)} className="lg:hidden" />
      <Others names={all.slice(MOST_SHOWN).map(([, name]) => name)} className="max-lg:hidden" />
    </ul>
  );
}

function Others({ names, className }: { names: readonly string[]; className: string }) {
  if (names.length === 0) return null;
  return (
    <li data-tip={names.join(', ')} className={clsx('self-center pl-2 text-xs text-muted', className)}>
      +{names.length}
      <span className="sr-only">: {names.join(', ')}</span>
    </li>
  );
}
