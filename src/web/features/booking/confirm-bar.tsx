import { Link } from '@tanstack/react-router';
import { CircleCheck } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { Button } from '../../ui/button.tsx';
import { ProblemBanner } from '../../ui/problem-banner.tsx';
import { shortcutLabel } from '../../ui/shortcut.ts';
import type { SentencePart } from './confirm-sentence.ts';

export type LastBooked = { readonly jobId: number; readonly number: number; readonly words: string };

export type ConfirmBarProps = {
  sentence: readonly SentencePart[];
  problems: readonly string[];
  footnote: string | null;
  busy: boolean;
  disabledReason: string | undefined;
  /** What the last call ended with, until the next one books. */
  lastBooked: LastBooked | null;
  onUndo: () => void;
  onBook: () => void;
};

/** The sentence that is read back to the caller, whatever stands in its way above it, and the one button. */
export function ConfirmBar(props: ConfirmBarProps) {
  const { sentence, problems, lastBooked } = props;
  return (
    <footer className="border-t border-line bg-surface">
      <Problems messages={problems} footnote={props.footnote} />
      <div className="flex min-h-12 items-center gap-3 px-4 py-2">
        <p className="min-w-0 flex-1 text-base" data-testid="confirm-sentence">
          {sentence.map(({ text, strong }) =>
            strong ? (
              <b key={text} className="font-semibold">
                {text}
              </b>
            ) : (
              <span key={text}>{text}</span>
            ),
          )}
        </p>
        {lastBooked && (
          <p className="flex items-center gap-1.5 text-muted">
            <CircleCheck aria-hidden className="size-4 text-success" />
            {lastBooked.words}
            <Link to="/jobs/$id" params={{ id: lastBooked.jobId }}>
              Open job {lastBooked.number}
            </Link>
            <Button variant="ghost" onClick={props.onUndo}>
              Undo
            </Button>
          </p>
        )}
        <span data-stop="book">
          <Button
            variant="primary"
            size="form"
            shortcut={shortcutLabel('Mod+Enter').replace('Enter', '↵')}
            aria-keyshortcuts="Control+Enter Meta+Enter"
            busy={props.busy}
            disabledReason={props.disabledReason}
            onClick={props.onBook}
          >
            Book
          </Button>
        </span>
      </div>
    </footer>
  );
}

function Problems({ messages, footnote }: { messages: readonly string[]; footnote: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  const text = messages.join('\n');
  useEffect(() => {
    if (text) box.current?.scrollIntoView({ block: 'nearest' });
  }, [text]);
  if (messages.length === 0) return null;
  return (
    <div ref={box} className="px-4 pt-2">
      <ProblemBanner messages={messages} footnote={footnote} />
    </div>
  );
}
