import { useQuery } from '@tanstack/react-query';
import { UserCheck } from 'lucide-react';
import { useDeferredValue } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import type { CustomerSummary } from '#contract/customer.ts';
import { customerQueries } from '../../data/customers.ts';
import { formatPhone } from '../../lib/format.ts';
import { Button } from '../../ui/button.tsx';
import type { NewCaller } from './new-caller.ts';

/** While a new customer is typed: whom we have who is likely the same, so that nobody is made twice. */
export function LikelyCustomers({ onChoose }: { onChoose: (hit: CustomerSummary) => void }) {
  const { control } = useFormContext<NewCaller>();
  const [{ name, phone, email }, place] = useWatch({ control, name: ['newCustomer', 'newPlace'] });
  const { zoneId: _saysNothingOfWho, ...address } = place;
  const draft = useDeferredValue(JSON.stringify({ name, phone, email, ...address }));
  const { data } = useQuery(customerQueries.matches(JSON.parse(draft)));
  if (!data || data.items.length === 0) return null;
  return (
    <section
      aria-label="Perhaps known already"
      className="mt-2.5 rounded-md border border-warning bg-warning-soft px-2.5 py-1.5"
    >
      <h4 className="text-xs font-semibold">Perhaps known already</h4>
      <ul className="m-0 list-none p-0">
        {data.items.slice(0, 3).map(({ customer, score }) => (
          <li key={customer.id} className="flex items-center gap-2 py-0.5">
            <span className="min-w-0 flex-1">
              <span className="block truncate">{customer.name}</span>
              <span className="block truncate text-xs text-muted">
                {[
                  customer.phone && formatPhone(customer.phone),
                  customer.address,
                  `${Math.round(score * 100)} % alike`,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
            <Button icon={<UserCheck aria-hidden />} onClick={() => onChoose(customer)}>
              It is them
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
