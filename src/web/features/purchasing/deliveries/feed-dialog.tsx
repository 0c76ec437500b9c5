import { useMutation, useQuery } from '@tanstack/react-query';
import { Copy } from 'lucide-react';
import { useState } from 'react';
import { feedMutations, spendQueries } from '../../../data/spend.ts';
import { clock } from '../../../lib/clock.ts';
import { formatDayTime } from '../../../lib/format.ts';
import { ProblemNote } from '../../../parts/problem-note.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Field } from '../../../ui/field.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { toast } from '../../../ui/toast-store.ts';

/** The address one's own calendar program reads deliveries from: made, copied, made anew, ended. */
export function FeedDialog({ onClose }: { onClose: () => void }) {
  const feed = useQuery(spendQueries.feed());
  const make = useMutation(feedMutations.make());
  const revoke = useMutation(feedMutations.revoke());
  const [url, setUrl] = useState<string | null>(null);
  const madeOn = feed.data?.madeOn ?? null;
  const isBusy = make.isPending || revoke.isPending;
  const onMake = () => make.mutate({}, { onSuccess: (made) => setUrl(made.url) });
  const onCopy = async () => {
    try {
      await navigator.clipboard.writeText(url ?? '');
      toast({ title: 'The address is copied', tone: 'success' });
    } catch {
      toast({ title: 'The browser does not let us copy. Select the address and copy it.', tone: 'error' });
    }
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Deliveries in your calendar"
      description="Outlook, Google and Apple calendars read an address like this by themselves. It is yours alone: whoever has it sees what is to come, from whom and when, and no costs."
      footer={
        <>
          {madeOn !== null && (
            <Button disabled={isBusy} onClick={() => revoke.mutate({}, { onSuccess: () => setUrl(null) })}>
              End the address
            </Button>
          )}
          <Button variant={madeOn === null ? 'primary' : 'secondary'} disabled={isBusy} onClick={onMake}>
            {madeOn === null ? 'Make an address' : 'Make a new address'}
          </Button>
        </>
      }
    >
      <ProblemNote error={feed.error ?? make.error ?? revoke.error} />
      {url !== null ? (
        <div className="flex items-end gap-2">
          <div className="min-w-0 flex-1">
            <Field label="Address" hint="Copy it now: it is shown this once.">
              <TextField readOnly value={url} onFocus={({ target }) => target.select()} />
            </Field>
          </div>
          <Button icon={<Copy aria-hidden />} onClick={() => void onCopy()}>
            Copy
          </Button>
        </div>
      ) : madeOn !== null ? (
        <p>
          You have an address since {formatDayTime(madeOn, clock.zone())}. It was shown once; make a new one
          if you need it again, and the old one ends.
        </p>
      ) : (
        feed.isSuccess && <p>You have no address yet.</p>
      )}
    </Dialog>
  );
}
