import { skipToken, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { BriefcaseBusiness, Package, Plus, ShoppingCart, Store, UserPlus, UserRound } from 'lucide-react';
import { useDeferredValue, useEffect, useState } from 'react';
import { useCurrentUser } from '../../data/current-user.ts';
import { customerQueries } from '../../data/customers.ts';
import { jobQueries } from '../../data/jobs.ts';
import { orderQueries } from '../../data/purchase-orders.ts';
import { skuQueries } from '../../data/skus.ts';
import { vendorQueries } from '../../data/vendors.ts';
import { formatPhone } from '../../lib/format.ts';
import { ORDER_STATUS_WORDS } from '../../lib/order-words.ts';
import { mayCall } from '../../lib/session.ts';
import { JOB_STATUS_WORDS } from '../../lib/trade-words.ts';
import { type PageKeys, usePageKeyRows } from '../../parts/page-keys.ts';
import { CommandPalette, type PaletteGroup } from '../../ui/command-palette.tsx';
import { shortcutLabel } from '../../ui/shortcut.ts';
import type { Place } from './navigation.tsx';
import { keyActions, pageActions } from './page-actions.ts';

export type PaletteProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** The shell's: it is typed into before this code is there. */
  query: string;
  onQueryChange: (query: string) => void;
  places: readonly Place[];
};

const PAUSE_MS = 120;
/** Also on every page; the frame answers to these keys (`undo-redo.tsx`, `shell.tsx`). */
const EVERYWHERE: PageKeys = {
  title: 'Everywhere',
  rows: [
    ['Undo my last step', shortcutLabel('Mod+Z')],
    ['Redo: do again what I undid last', shortcutLabel('Mod+Shift+Z')],
    ['Keyboard shortcuts', '?'],
  ],
};

/** Customers, jobs, orders, vendors and SKUs by anything known of them, the places to go to, and what the page on screen can do. */
export function Palette({ open, onOpenChange, query, onQueryChange, places }: PaletteProps) {
  const asked = useSettled(query.trim());
  const groups = useFound(open ? asked : '', places, query);
  return (
    <CommandPalette
      open={open}
      onOpenChange={onOpenChange}
      query={query}
      onQueryChange={onQueryChange}
      groups={groups.shown}
      filter={false}
      searching={groups.searching || asked !== query.trim()}
    />
  );
}

/** The text once nobody has typed for a moment: one question for a word, not one for a letter. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

function useFound(asked: string, places: readonly Place[], typed: string) {
  const user = useCurrentUser();
  const navigate = useNavigate();
  const wants = asked.length >= 2 || /^\d+$/.test(asked);
  const mayBook = mayCall(user, 'jobs.book');
  const customers = useQuery({
    ...customerQueries.search(asked, 6),
    ...(wants && mayCall(user, 'customers.list') ? {} : { queryFn: skipToken }),
  });
  const jobs = useQuery({
    ...jobQueries.search(asked, 6),
    ...(wants && mayCall(user, 'jobs.list') ? {} : { queryFn: skipToken }),
  });
  const vendors = useQuery({
    ...vendorQueries.search(asked, 6),
    ...(wants && mayCall(user, 'vendors.list') ? {} : { queryFn: skipToken }),
  });
  const skus = useQuery({
    ...skuQueries.search(asked, 6),
    ...(wants && mayCall(user, 'skus.list') ? {} : { queryFn: skipToken }),
  });
  const orders = useQuery({
    ...orderQueries.search(asked, 6),
    ...(wants && mayCall(user, 'purchaseOrders.list') ? {} : { queryFn: skipToken }),
  });
  const mayAdd = mayCall(user, 'customers.create');
  const mayAddVendor = mayCall(user, 'vendors.create');
  const mayAddSku = mayCall(user, 'skus.create');
  const words = useDeferredValue(typed).trim().toLowerCase();
  const keys = usePageKeyRows();
  const shown: PaletteGroup[] = [
    {
      heading: 'Customers',
      items: (wants ? (customers.data?.items ?? []) : []).map((one) => ({
        id: `customer ${one.id}`,
        label: one.name,
        hint: [formatPhone(one.phone), one.address].filter(Boolean).join(' · '),
        icon: <UserRound aria-hidden />,
        onSelect: () => void navigate({ to: '/customers/$id', params: { id: one.id } }),
      })),
    },
    {
      heading: 'Jobs',
      items: (wants ? (jobs.data?.items ?? []) : []).map((one) => ({
        id: `job ${one.id}`,
        label: `#${one.number} ${one.customerName}`,
        hint: [JOB_STATUS_WORDS[one.status], one.address].filter(Boolean).join(' · '),
        icon: <BriefcaseBusiness aria-hidden />,
        onSelect: () => void navigate({ to: '/jobs/$id', params: { id: one.id } }),
      })),
    },
    {
      heading: 'Purchase orders',
      items: (wants ? (orders.data?.items ?? []) : []).map((one) => ({
        id: `order ${one.id}`,
        label: `${one.number} ${one.vendorName}`,
        hint: ORDER_STATUS_WORDS[one.status],
        icon: <ShoppingCart aria-hidden />,
        onSelect: () => void navigate({ to: '/purchase-orders/$id', params: { id: one.id } }),
      })),
    },
    {
      heading: 'Vendors',
      items: (wants ? (vendors.data?.items ?? []) : []).map((one) => ({
        id: `vendor ${one.id}`,
        label: one.name,
        hint: [formatPhone(one.phone), one.city].filter(Boolean).join(' · '),
        icon: <Store aria-hidden />,
        onSelect: () => void navigate({ to: '/vendors/$id', params: { id: one.id } }),
      })),
    },
    {
      heading: 'SKUs',
      items: (wants ? (skus.data?.items ?? []) : []).map((one) => ({
        id: `sku ${one.id}`,
        label: `${one.code} ${one.name}`,
        hint: one.kind,
        icon: <Package aria-hidden />,
        onSelect: () => void navigate({ to: '/skus/$id', params: { id: one.id } }),
      })),
    },
    {
      heading: 'Go to',
      items: places
        .filter(({ word }) => `go to ${word}`.toLowerCase().includes(words))
        .map((place) => ({
          id: `go ${place.id}`,
          label: place.word,
          icon: place.icon,
          shortcut: `g ${place.key}`,
          onSelect: () => void navigate({ to: place.to }),
        })),
    },
    {
      heading: keys?.title ?? 'On this page',
      items: pageActions(keys, words).map(({ act, ...item }) => ({ ...item, onSelect: act })),
    },
    {
      heading: 'Everywhere',
      items: keyActions(EVERYWHERE, words).map(({ act, ...item }) => ({ ...item, onSelect: act })),
    },
    {
      heading: 'Do',
      items: [
        ...(mayBook && wants
          ? [
              {
                id: 'book',
                label: `Book a job for “${typed.trim()}”`,
                onSelect: () => void navigate({ to: '/book', search: { q: typed.trim() } }),
              },
            ]
          : []),
        ...(mayAdd && 'new customer'.includes(words)
          ? [
              {
                id: 'new customer',
                label: 'New customer',
                icon: <UserPlus aria-hidden />,
                onSelect: () => void navigate({ to: '/customers', search: { new: 'yes' } }),
              },
            ]
          : []),
        ...(mayCall(user, 'purchaseOrders.create') && 'new purchase order'.includes(words)
          ? [
              {
                id: 'new purchase order',
                label: 'New purchase order',
                icon: <Plus aria-hidden />,
                onSelect: () => void navigate({ href: '/purchase-orders/new' }),
              },
            ]
          : []),
        ...(mayAddVendor && 'new vendor'.includes(words)
          ? [
              {
                id: 'new vendor',
                label: 'New vendor',
                icon: <Plus aria-hidden />,
                onSelect: () => void navigate({ to: '/vendors', search: { new: 'yes' } }),
              },
            ]
          : []),
        ...(mayAddSku && 'new sku'.includes(words)
          ? [
              {
                id: 'new sku',
                label: 'New SKU',
                icon: <Plus aria-hidden />,
                onSelect: () => void navigate({ to: '/skus', search: { new: 'yes' } }),
              },
            ]
          : []),
      ],
    },
  ];
  return {
    shown: shown.filter(({ items }) => items.length > 0),
    searching: wants && [customers, jobs, vendors, skus, orders].some(({ isFetching }) => isFetching),
  };
}
