import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { CurrentUser } from '#contract/session.ts';
import { sessionQueries } from '../../data/session.ts';
import { sessionState } from '../../lib/session.ts';

/**
 * Tabs share one session. When this tab is looked at again, somebody may have signed in anew in another tab: the same
 * person goes on where they were, another one gets a fresh page instead of the first one's.
 */
export function useSamePerson(user: CurrentUser): void {
  const client = useQueryClient();
  useEffect(() => {
    const look = async () => {
      if (document.visibilityState !== 'visible') return;
      const hadEnded = sessionState() === 'ended';
      const now = await client.fetchQuery({ ...sessionQueries.user(), staleTime: 0 }).catch(() => null);
      if (now && (now.id !== user.id || now.tenantId !== user.tenantId)) location.assign('/');
      else if (now && hadEnded) void client.invalidateQueries();
    };
    const onLook = () => void look();
    document.addEventListener('visibilitychange', onLook);
    addEventListener('focus', onLook);
    return () => {
      document.removeEventListener('visibilitychange', onLook);
      removeEventListener('focus', onLook);
    };
  }, [client, user.id, user.tenantId]);
}
