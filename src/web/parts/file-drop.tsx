import { useMutation } from '@tanstack/react-query';
import { clsx } from 'clsx';
import { Paperclip } from 'lucide-react';
import { type DragEvent, useRef, useState } from 'react';
import { keptFileName, MOST_FILE_BYTES, programEnding } from '#domain/files.ts';
import { mayWriteOn, type OwnerKind } from '#domain/notes.ts';
import { useCurrentUser } from '../data/current-user.ts';
import { fileMutations } from '../data/files.ts';
import { errorText, refusalText } from '../lib/refusal-text.ts';
import { mayCall } from '../lib/session.ts';
import { Button } from '../ui/button.tsx';
import { ProblemBanner } from '../ui/problem-banner.tsx';
import { ProgressBar } from '../ui/progress-bar.tsx';
import { toast } from '../ui/toast-store.ts';

export type FileDropProps = {
  ownerKind: OwnerKind;
  ownerId: number;
  onUndo: (operationId: number) => void;
};

/** Where files are dropped or chosen; several go one after the other, and one that cannot be kept says why. */
export function FileDrop({ ownerKind, ownerId, onUndo }: FileDropProps) {
  const { mutateAsync } = useMutation(fileMutations.upload());
  const chooser = useRef<HTMLInputElement>(null);
  const [sending, setSending] = useState<{ name: string; share: number } | null>(null);
  const [problems, setProblems] = useState<readonly string[]>([]);
  const [isOver, setOver] = useState(false);
  const user = useCurrentUser();
  const may = mayCall(user, 'files.upload') && mayWriteOn(user.roles, ownerKind);
  if (!may) return null;

  const send = async (files: readonly File[]) => {
    setProblems([]);
    for (const file of files) {
      if (file.size > MOST_FILE_BYTES) {
        setProblems((told) => [...told, `${file.name} is larger than 25 MB. Make it smaller first.`]);
        continue;
      }
      const name = keptFileName(file.name);
      const ending = programEnding(name);
      if (ending) {
        setProblems((told) => [...told, refusalText('file.name_of_program', { name, ending })]);
        continue;
      }
      setSending({ name: file.name, share: 0 });
      const onProgress = (share: number) => setSending({ name: file.name, share });
      try {
        const { operationId } = await mutateAsync({ ownerKind, ownerId, file, onProgress });
        toast({
          title: `${file.name} attached`,
          tone: 'success',
          action: { label: 'Undo', act: () => onUndo(operationId) },
        });
      } catch (error) {
        setProblems((told) => [...told, `${file.name}: ${errorText(error)}`]);
      }
    }
    setSending(null);
  };
  const onDrag = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  return (
    <section
      aria-label="Attach files"
      data-print="hide"
      onDragOver={onDrag}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void send([...event.dataTransfer.files]);
      }}
      className={clsx(
        'flex flex-col gap-2 rounded-md border border-dashed px-3 py-2',
        isOver ? 'border-accent bg-accent-soft' : 'border-line-strong',
      )}
    >
      <div className="flex items-center justify-between gap-2">
        <span className="text-xs text-muted">Drop photos and documents here, up to 25 MB each</span>
        <Button
          icon={<Paperclip aria-hidden />}
          busy={sending !== null}
          onClick={() => chooser.current?.click()}
        >
          Attach…
        </Button>
        <input
          ref={chooser}
          type="file"
          multiple
          aria-label="Files to attach"
          className="sr-only"
          tabIndex={-1}
          onChange={({ target }) => {
            void send([...(target.files ?? [])]);
            target.value = '';
          }}
        />
      </div>
      {sending && <ProgressBar label={`Sending ${sending.name}`} value={sending.share} max={1} />}
      <ProblemBanner messages={problems} />
    </section>
  );
}
