import { Link } from '@tanstack/react-router';
import { MapPinOff } from 'lucide-react';
import { PageBar } from '../../parts/page-bar.tsx';
import { buttonClass } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';

/** No such page, or no such record for this person: the server does not tell which. */
export function NotFoundPage() {
  return (
    <>
      <PageBar title="Not found" />
      <EmptyState
        icon={<MapPinOff aria-hidden />}
        text="There is nothing here. It may belong to another business unit, or the link is wrong."
        action={
          <Link to="/" className={buttonClass('primary', 'form')}>
            Go to Today
          </Link>
        }
      />
    </>
  );
}
