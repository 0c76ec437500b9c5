import {
  Ban,
  Check,
  CircleAlert,
  FileText,
  ListChecks,
  LoaderCircle,
  type LucideIcon,
  Undo2,
} from 'lucide-react';
import type { ImportState } from '#contract/import.ts';
import { IMPORT_STATUS_WORDS } from '../../lib/import-reason-text.ts';
import { Tag, type Tone } from '../../ui/tag.tsx';

const LOOKS: Readonly<Record<ImportState['status'], { tone: Tone; Icon: LucideIcon }>> = {
  Uploaded: { tone: 'neutral', Icon: FileText },
  Checking: { tone: 'accent', Icon: LoaderCircle },
  Checked: { tone: 'info', Icon: ListChecks },
  Running: { tone: 'accent', Icon: LoaderCircle },
  Done: { tone: 'success', Icon: Check },
  Canceled: { tone: 'warning', Icon: Ban },
  Failed: { tone: 'danger', Icon: CircleAlert },
  Undoing: { tone: 'accent', Icon: LoaderCircle },
  Undone: { tone: 'neutral', Icon: Undo2 },
};

/** Hue, sign and word of an import's status. */
export function ImportStatusTag({ status }: { status: ImportState['status'] }) {
  const { tone, Icon } = LOOKS[status];
  return (
    <Tag tone={tone}>
      <Icon aria-hidden />
      {IMPORT_STATUS_WORDS[status]}
    </Tag>
  );
}
