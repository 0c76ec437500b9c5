import { useMutation } from '@tanstack/react-query';
import { FileText, ImageIcon, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { FileView } from '#contract/file.ts';
import { FILE_KINDS, isShownAsImage } from '#domain/files.ts';
import { mayWriteOn } from '#domain/notes.ts';
import { useCurrentUser } from '../data/current-user.ts';
import { fileMutations } from '../data/files.ts';
import { useNow } from '../lib/clock.ts';
import { formatBytes } from '../lib/format.ts';
import { errorText, refusalText } from '../lib/refusal-text.ts';
import { mayCall } from '../lib/session.ts';
import { buttonClass } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Select } from '../ui/select.tsx';
import { TimeText } from '../ui/time-text.tsx';
import { toast } from '../ui/toast-store.ts';

export type FileEntryProps = { file: FileView; zone: string; onUndo: (operationId: number) => void };

/** One file: a picture of it where there is one, large at a click, its name as a link to it, who attached it and when. */
export function FileEntry({ file, zone, onUndo }: FileEntryProps) {
  const [isLooking, setLooking] = useState(false);
  const now = useNow(60_000);
  const change = useMutation(fileMutations.change());
  const user = useCurrentUser();
  const may = mayCall(user, 'files.change') && mayWriteOn(user.roles, file.ownerKind);
  const whyNot = may ? undefined : refusalText('session.forbidden');
  const isImage = isShownAsImage(file.mediaType);
  const save = (changes: { kind?: FileView['kind']; active?: boolean }, done: string) =>
    change.mutate(
      { id: file.id, changes, expected: [{ kind: 'file', id: file.id, version: file.version }] },
      {
        onSuccess: ({ operationId }) =>
          toast({
            title: done,
            tone: 'success',
            action: { label: 'Undo', act: () => onUndo(operationId) },
          }),
        onError: (error) => toast({ title: 'Not changed', body: errorText(error), tone: 'error' }),
      },
    );
  const Icon = file.mediaType.startsWith('image/') ? ImageIcon : FileText;
  return (
    <li className="flex items-start gap-2.5 border-b border-line py-2">
      <span className="grid size-14 shrink-0 place-items-center overflow-hidden rounded-md border border-line bg-off">
        {isImage ? (
          <button
            type="button"
            aria-label={`Look at ${file.name}`}
            className="size-full cursor-zoom-in focus-inset"
            onClick={() => setLooking(true)}
          >
            <img src={file.link.url} alt="" loading="lazy" className="size-full object-cover" />
          </button>
        ) : (
          <Icon aria-hidden className="size-5 text-icon" />
        )}
      </span>
      <span className="min-w-0 flex-1">
        <a href={file.link.url} download={file.name} className="block break-all">
          {file.name}
        </a>
        <span className="block text-xs text-muted">
          {file.signer && `signed by ${file.signer} · `}
          {formatBytes(file.size)} · {file.uploadedByName}
          <br />
          <TimeText at={file.createdOn} zone={zone} withDay now={now} />
        </span>
        {!whyNot && (
          <Select
            aria-label={`What ${file.name} is`}
            size="dense"
            className="mt-1 w-32"
            value={file.kind}
            onValueChange={(kind) =>
              kind !== file.kind && save({ kind }, `${file.name} is a ${kind.toLowerCase()}`)
            }
            options={FILE_KINDS.map((value) => ({ value, label: value }))}
          />
        )}
      </span>
      <IconButton
        label={`Remove ${file.name}`}
        icon={<Trash2 aria-hidden />}
        busy={change.isPending}
        disabledReason={whyNot}
        onClick={() => save({ active: false }, `${file.name} removed`)}
      />
      {isLooking && (
        <Dialog
          open
          onOpenChange={setLooking}
          width="wide"
          title={file.name}
          footer={
            <a href={file.link.url} download={file.name} className={buttonClass('secondary', 'form')}>
              Download
            </a>
          }
        >
          <img
            src={file.link.url}
            alt={file.name}
            className="mx-auto max-h-[70vh] max-w-full object-contain"
          />
        </Dialog>
      )}
    </li>
  );
}
