import { skipToken, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { BriefcaseBusiness, UserRound } from 'lucide-react';
import { useDeferredValue, useEffect, useState } from 'react';
import { useCurrentUser } from '../../data/current-user.ts';
import { customerQueries } from '../../data/customers.ts';
import { jobQueries } from '../../data/jobs.ts';
import { formatPhone } from '../../lib/format.ts';
import { mayCall } from '../../lib/session.ts';
import { JOB_STATUS_WORDS } from '../../lib/trade-words.ts';
import { CommandPalette, type PaletteGroup } from '../../ui/command-palette.tsx';
import type { Place } from './navigation.tsx';

export type PaletteProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  places: readonly Place[];
};

const PAUSE_MS = 120;

/** Customers and jobs by anything known of them, and the places to go to. */
export function Palette({ open, onOpenChange, places }: PaletteProps) {
  const [query, setQuery] = useState('');
  const asked = useSettled(query.trim());
  const groups = useFound(open ? asked : '', places, query);
  const close = (next: boolean) => {
    onOpenChange(next);
    if (!next) setQuery('');
  };
  return (
    <CommandPalette
      open={open}
      onOpenChange={close}
      query={query}
      onQueryChange={setQuery}
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
  const words = useDeferredValue(typed).trim().toLowerCase();
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
      heading: 'Do',
      items:
        mayBook && wants
          ? [
              {
                id: 'book',
                label: `Book a job for “${typed.trim()}”`,
                onSelect: () => void navigate({ to: '/book', search: { q: typed.trim() } }),
              },
            ]
          : [],
    },
  ];
  return {
    shown: shown.filter(({ items }) => items.length > 0),
    searching: wants && (customers.isFetching || jobs.isFetching),
  };
}
