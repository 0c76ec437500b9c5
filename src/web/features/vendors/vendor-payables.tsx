import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { cents } from '#domain/money.ts';
import { useCurrentUser } from '../../data/current-user.ts';
import { payableQueries } from '../../data/payables.ts';
import { formatMoney } from '../../lib/format.ts';
import { mayCall } from '../../lib/session.ts';

/** What is owed here, each currency by itself, on the way to where it is paid. */
export function VendorPayables({ id }: { id: number }) {
  const user = useCurrentUser();
  const { data } = useQuery({ ...payableQueries.dueTo(id), enabled: mayCall(user, 'payables.list') });
  if (!data) return null;
  return (
    <p className="mt-3 mb-0">
      {data.items.length === 0 ? (
        <span className="text-muted">No open payables</span>
      ) : (
        data.items.map(({ currency, openCents, overdueCents }, at) => (
          <span key={currency}>
            {at > 0 && ' · '}
            <Link to="/payables" search={{ pay: `${id}-${currency}` }} className="tabular-nums underline">
              {formatMoney(cents(openCents), currency)} open payables
            </Link>
            {overdueCents > 0 && (
              <span className="text-danger tabular-nums">
                , {formatMoney(cents(overdueCents), currency)} overdue
              </span>
            )}
          </span>
        ))
      )}
    </p>
  );
}
