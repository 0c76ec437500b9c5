import { useQuery } from '@tanstack/react-query';
import type { HistoryEntry } from '#contract/history.ts';
import { HISTORY_KINDS, type HistoryKind } from '#contract/history-kinds.ts';
import type { ProblemError } from '#contract/problem.ts';
import { historyQueries } from '../data/history.ts';
import type { Versioned, VersionedKind } from '../data/versions.ts';
import { formatDayTime } from '../lib/format.ts';
import { numberOf } from '../lib/refusal-params.ts';
import { refusalText } from '../lib/refusal-text.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { ProblemNote } from './problem-note.tsx';
import { SideBySide } from './side-by-side.tsx';
import { useValueWording } from './use-value-wording.ts';

export type StaleDialogProps = {
  /** The 412; nothing is shown for null or another problem. */
  error: ProblemError | null;
  /** What the person wanted, by the record's field names: `{ start, end, technicians }`. */
  mine: Readonly<Record<string, unknown>>;
  /** The zone the record's times are read in. */
  zone?: string | undefined;
  /** Leaves the record as the other person made it and drops what was typed. */
  onTakeTheirs: () => void;
  /** Sends the same again, decided on what is shown here: put these into `expected`. */
  onApplyMine: (expected: readonly Versioned[]) => void;
  onClose: () => void;
};

/** Two people changed the same fields: who changed what, when, beside one's own; the person chooses. */
export function StaleDialog({ error, ...rest }: StaleDialogProps) {
  if (error?.code !== 'request.stale') return null;
  return <Stale error={error} {...rest} />;
}

const kindOf = (value: unknown): HistoryKind | undefined => HISTORY_KINDS.find((kind) => kind === value);

function Stale({
  error,
  mine,
  zone,
  onTakeTheirs,
  onApplyMine,
  onClose,
}: StaleDialogProps & { error: ProblemError }) {
  const wording = useValueWording(zone);
  const kind = kindOf(error.params.kind);
  const id = numberOf(error.params.id);
  const version = numberOf(error.params.version);
  const known = kind !== undefined && id !== undefined;
  const { data, error: unread } = useQuery({ ...historyQueries.of(kind ?? 'job', id ?? 0), enabled: known });
  const rows = data ? rowsOf(data.entries, fieldsIn(error, mine), mine, wording.zone) : [];
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
          <Button size="form" onClick={onTakeTheirs}>
            Take theirs
          </Button>
          <Button
            size="form"
            variant="primary"
            disabled={version === undefined || id === undefined}
            onClick={() => {
              if (version === undefined || id === undefined) return;
              onApplyMine([{ kind: error.params.kind as VersionedKind, id, version }]);
            }}
          >
            Apply mine
          </Button>
        </>
      }
    >
      {unread ? <ProblemNote error={unread} /> : null}
      {known && !data && !unread ? <SkeletonRows rows={3} /> : null}
      {rows.length > 0 && <SideBySide rows={rows} theirsTitle="Now" mineTitle="Yours" wording={wording} />}
    </Dialog>
  );
}

/** The fields in dispute; where the refusal names none, those the person changed. */
function fieldsIn({ params }: ProblemError, mine: Readonly<Record<string, unknown>>): string[] {
  const named = (Array.isArray(params.fields) ? params.fields : []).flatMap((one: unknown) => {
    const field = typeof one === 'object' && one !== null && 'field' in one ? one.field : one;
    return typeof field === 'string' ? [field] : [];
  });
  return [...new Set(named.length > 0 ? named : Object.keys(mine))];
}

/** Entries are newest first: the first change of a field is what it is now. */
function rowsOf(
  entries: readonly HistoryEntry[],
  fields: readonly string[],
  mine: Readonly<Record<string, unknown>>,
  zone: string,
) {
  return fields.flatMap((field) => {
    const entry = entries.find(({ changes }) => changes.some((change) => change.field === field));
    const change = entry?.changes.find((one) => one.field === field);
    if (!entry || !change) return [];
    return [
      {
        field,
        mine: mine[field],
        theirs: change.after,
        detail: `${entry.actorName}, ${formatDayTime(entry.at, zone)}`,
      },
    ];
  });
}
