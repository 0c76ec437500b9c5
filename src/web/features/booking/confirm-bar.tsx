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
    <footer data-shell="foot" className="border-t border-line bg-surface">
      <Problems messages={problems} footnote={props.footnote} />
      <div className="flex min-h-12 items-center gap-3 px-4 py-2 max-sm:flex-wrap">
        <p className="line-clamp-3 min-w-0 flex-1 text-base wrap-anywhere" data-testid="confirm-sentence">
          {sentence.map(({ place, text, strong }) =>
            strong ? (
              <b key={place} className="font-semibold">
                <bdi>{text}</bdi>
              </b>
            ) : (
              <span key={place}>{text}</span>
            ),
          )}
        </p>
        {lastBooked && (
          <p className="flex max-w-1/2 min-w-0 items-center gap-1.5 text-muted max-sm:order-first max-sm:max-w-full max-sm:basis-full">
            <CircleCheck aria-hidden className="size-4 shrink-0 text-success" />
            {/* However long the name: the link, Undo and Book stay in sight. */}
            <span className="line-clamp-2 min-w-0 wrap-anywhere">{lastBooked.words}</span>
            <Link to="/jobs/$id" params={{ id: lastBooked.jobId }} className="shrink-0">
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
