import { useState } from 'react';
import type { ProblemError } from '#contract/problem.ts';
import { isInstant } from '#domain/time.ts';
import type { Versioned, VersionedKind } from '../data/versions.ts';
import { formatDayTime } from '../lib/format.ts';
import { numberOf, textOf } from '../lib/refusal-params.ts';
import { refusalText } from '../lib/refusal-text.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { type Kept, SideBySide, type SideBySideRow } from './side-by-side.tsx';
import { useValueWording } from './use-value-wording.ts';

export type StaleDialogProps = {
  /** The 412; nothing is shown for null or another problem. */
  error: ProblemError | null;
  /** What the person wanted, by the record's field names: `{ start, end, technicians }`. */
  mine: Readonly<Record<string, unknown>>;
  /** The zone the record's times are read in. */
  zone?: string | undefined;
  /**
   * What is sent again is decided on what is shown here: put `shown` into `expected`.
   * @param theirs fields that stay as the other person made them: none, or all of `mine` that is in dispute, or some
   *   where `perField` lets them choose
   */
  onDecide: (theirs: readonly string[], shown: readonly Versioned[]) => void;
  /** Several fields in dispute are decided one by one: the write is a list of fields, not one command. */
  perField?: boolean;
  /** Nothing is decided: what was typed stays where it was typed. */
  onClose: () => void;
};

/** Two people changed the same fields: who changed what, when, beside one's own; the person chooses. */
export function StaleDialog({ error, ...rest }: StaleDialogProps) {
  if (error?.code !== 'request.stale') return null;
  return <Stale error={error} {...rest} />;
}

function Stale({
  error,
  mine,
  zone,
  onDecide,
  perField = false,
  onClose,
}: StaleDialogProps & { error: ProblemError }) {
  const wording = useValueWording(zone);
  const [theirs, setTheirs] = useState<readonly string[]>([]);
  const id = numberOf(error.params.id);
  const version = numberOf(error.params.version);
  const rows = rowsOf(error, mine, wording.zone);
  // What only follows from one's own change cannot be left as it is without leaving that change.
  const isMine = rows.length > 0 && rows.every(({ field }) => field in mine);
  const chooses = perField && isMine && rows.length > 1;
  const shown =
    version === undefined || id === undefined
      ? null
      : [{ kind: error.params.kind as VersionedKind, id, version }];
  const allTheirs = isMine ? rows.map(({ field }) => field) : Object.keys(mine);
  const onKeep = (field: string, kept: Kept) =>
    setTheirs((now) => [...now.filter((one) => one !== field), ...(kept === 'theirs' ? [field] : [])]);
  return (
    <Dialog
      open
      width="wide"
      keepOnOutsidePress
      onOpenChange={(open) => !open && onClose()}
      title="Changed in the meantime"
      description={refusalText(error.code, error.params, wording)}
      footer={
        <>
          <Button size="form" onClick={() => onDecide(allTheirs, shown ?? [])}>
            {chooses ? 'Take all of theirs' : 'Take theirs'}
          </Button>
          <Button
            size="form"
            variant="primary"
            disabled={shown === null}
            onClick={() => shown && onDecide(theirs, shown)}
          >
            {chooses ? 'Save as chosen' : 'Apply mine'}
          </Button>
        </>
      }
    >
      {rows.length > 0 && (
        <SideBySide
          rows={rows}
          theirsTitle="Now"
          mineTitle="Yours"
          wording={wording}
          {...(chooses && {
            choice: { kept: (field) => (theirs.includes(field) ? 'theirs' : 'mine'), onKeep },
          })}
        />
      )}
    </Dialog>
  );
}

/** One row per field in dispute, as the refusal tells them; a value that is not this reader's is left out of it. */
function rowsOf({ params }: ProblemError, mine: StaleDialogProps['mine'], zone: string): SideBySideRow[] {
  return (Array.isArray(params.fields) ? params.fields : []).flatMap((one: unknown) => {
    if (typeof one !== 'object' || one === null || !('field' in one)) return [];
    const { field, now, byName, at } = one as Record<string, unknown>;
    if (typeof field !== 'string') return [];
    const who = textOf(byName);
    const when = typeof at === 'string' && isInstant(at) ? formatDayTime(at, zone) : undefined;
    const detail = [who, when].filter(Boolean).join(', ') || undefined;
    return [{ field, mine: mine[field], theirs: 'now' in one ? now : 'not shown to you', detail }];
  });
}
