import { useLiveState } from '../../data/live/live-state.ts';
import { clock, useNow } from '../../lib/clock.ts';
import { formatMinutes } from '../../lib/format.ts';
import { LiveMark } from '../../ui/live-mark.tsx';

/** "Live", or since when nothing was heard. */
export function LiveStatus() {
  const { status, heardAtMs } = useLiveState();
  if (status === 'live') return <LiveMark state="live" text="Live" />;
  if (status === 'starting') return <LiveMark state="reconnecting" text="Connecting" />;
  return <Silent sinceMs={heardAtMs} />;
}

const OFFLINE_AFTER_S = 60;

function Silent({ sinceMs }: { sinceMs: number | null }) {
  useNow(1_000);
  if (sinceMs === null)
    return <LiveMark state="offline" text="Not connected" detail="reload to see changes" />;
  const seconds = Math.max(0, Math.round((clock.ms() - sinceMs) / 1000));
  const ago = seconds < 120 ? `${seconds} s` : formatMinutes(seconds / 60);
  return (
    <LiveMark
      state={seconds < OFFLINE_AFTER_S ? 'reconnecting' : 'offline'}
      text="Reconnecting"
      detail={`last change ${ago} ago`}
    />
  );
}
