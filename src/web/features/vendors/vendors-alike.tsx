import { useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { vendorQueries } from '../../data/vendors.ts';
import { formatPhone } from '../../lib/format.ts';
import { Button } from '../../ui/button.tsx';
import type { VendorTyped } from './vendor-values.ts';

export type VendorsAlikeProps = {
  /** The vendor whose form this is. */
  except: number | undefined;
  /** Goes to one of them in place of the form. */
  onOpen: ((id: number) => void) | undefined;
};

/** While a name is typed: whom we have of a name like it. Only told, since a firm may have several branches. */
export function VendorsAlike({ except, onOpen }: VendorsAlikeProps) {
  const { control, formState } = useFormContext<VendorTyped>();
  const name = useDeferredValue(useWatch({ control, name: 'name' }) ?? '');
  const isAsked = except === undefined || formState.dirtyFields.name;
  const { data } = useQuery({ ...vendorQueries.alike(name, except), ...(isAsked ? {} : { enabled: false }) });
  if (!isAsked || !data || data.items.length === 0) return null;
  return (
    <section
      aria-label="Perhaps known already"
      className="mt-2.5 rounded-md border border-warning bg-warning-soft px-2.5 py-1.5"
    >
      <h4 className="text-xs font-semibold">Perhaps known already</h4>
      <ul className="m-0 list-none p-0">
        {data.items.map((one) => (
          <li key={one.id} className="flex items-center gap-2 py-0.5">
            <span className="min-w-0 flex-1">
              <span className="block truncate">
                <bdi>{one.name}</bdi>
              </span>
              <span className="block truncate text-xs text-muted">
                {[one.street, one.city, one.phone && formatPhone(one.phone), one.active ? '' : 'out of use']
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
            {onOpen && <Button onClick={() => onOpen(one.id)}>It is this one</Button>}
          </li>
        ))}
      </ul>
    </section>
  );
}
