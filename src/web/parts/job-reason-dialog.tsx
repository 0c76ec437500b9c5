import { ReasonDialog } from './reason-dialog.tsx';

export type JobReasonDialogProps = {
  kind: 'Hold' | 'Cancel';
  /** As the page writes it: `1042`, `#1042`. */
  jobNumber: string;
  busy: boolean;
  onClose: () => void;
  /** Gives the command; `done` is what to say afterwards. False: it was refused, and the dialog stays. */
  onGive: (
    command: 'jobs.hold' | 'jobs.cancel',
    given: { reasonId: number; memo: string },
    done: string,
  ) => Promise<boolean>;
};

const WORDS = {
  Hold: {
    command: 'jobs.hold',
    description: 'Every unfinished visit is held; their technicians are free at once.',
    done: 'on hold',
  },
  Cancel: {
    command: 'jobs.cancel',
    description: 'Its technicians are free at once. It can be brought back later.',
    done: 'canceled',
  },
} as const;

/** Asks why a whole job is held or canceled, and says what happens then. */
export function JobReasonDialog({ kind, jobNumber, busy, onClose, onGive }: JobReasonDialogProps) {
  const { command, description, done } = WORDS[kind];
  return (
    <ReasonDialog
      kind={kind}
      onClose={onClose}
      title={`${kind} job ${jobNumber}?`}
      description={description}
      action={`${kind} job`}
      busy={busy}
      onConfirm={async (given) => {
        if (await onGive(command, given, `Job ${jobNumber} is ${done}`)) onClose();
      }}
    />
  );
}
