import { Link } from '@tanstack/react-router';
import { useCurrentUser } from '../../data/current-user.ts';
import { mayCall } from '../../lib/session.ts';
import { buttonClass } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';

/** The way to their list for who may add one; the others are told who does. */
export function NoReturnTypes() {
  const mayAdd = mayCall(useCurrentUser(), 'purchasing.create');
  return (
    <EmptyState
      text={`A return has a type, and there is none yet.${mayAdd ? '' : ' A purchaser or an administrator adds one in Settings.'}`}
      action={
        mayAdd && (
          <Link to="/settings/$list" params={{ list: 'return-types' }} className={buttonClass()}>
            Add a return type
          </Link>
        )
      }
    />
  );
}
