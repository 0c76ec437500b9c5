import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { Copy, RotateCcw } from 'lucide-react';
import { useEffect } from 'react';
import { ConnectionError } from '#contract/client.ts';
import { problemOf, requestIdOf } from '../../lib/api.ts';
import { clock } from '../../lib/clock.ts';
import { toldError } from '../../lib/told-text.ts';
import { PageBar } from '../../parts/page-bar.tsx';
import { Button } from '../../ui/button.tsx';
import { ProblemBanner } from '../../ui/problem-banner.tsx';
import { toast } from '../../ui/toast-store.ts';

/** What a page shows that could not be read or broke: what happened, another try, and what support needs. */
export function RouteError({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const queries = useQueryErrorResetBoundary();
  // Or the same failed query would throw again before it was asked again.
  useEffect(() => queries.reset(), [queries]);
  const requestId = requestIdOf(error);
  // Asking again would be refused again: no such button then.
  const isForbidden = problemOf(error)?.code === 'session.forbidden';
  // The page's own fault, or its code could not be read: what is loaded would only break again.
  const isBroken = !problemOf(error) && !(error instanceof ConnectionError);
  const again = () => {
    if (isBroken) return location.reload();
    reset();
    void router.invalidate();
  };
  return (
    <div className="mx-auto max-w-160 px-4 py-12">
      <PageBar title={isForbidden ? 'Not allowed' : 'Something went wrong'} />
      <ProblemBanner
        messages={[toldError(error)]}
        footnote={requestId && `Request ${requestId}`}
        actions={
          !isForbidden && (
            <>
              <Button icon={<Copy aria-hidden />} onClick={() => void copy(detailsOf(error, requestId))}>
                Copy details
              </Button>
              <Button variant="primary" icon={<RotateCcw aria-hidden />} onClick={again}>
                {isBroken ? 'Reload the page' : 'Try again'}
              </Button>
            </>
          )
        }
      />
    </div>
  );
}

/** Nothing of the page's content: it goes into e-mails to support. */
const detailsOf = (error: unknown, requestId: string | null) =>
  [
    `Truckroll ${location.pathname} ${clock.now()}`,
    `Request ${requestId ?? 'none'}`,
    error instanceof Error ? `${error.name}: ${error.message}` : String(error),
  ].join('\n');

async function copy(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    toast({ title: 'Copied', tone: 'success' });
  } catch {
    toast({ title: 'Could not copy', body: text, tone: 'error' });
  }
}
