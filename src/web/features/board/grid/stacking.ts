import type { Span } from './types.ts';

/** Which of `of` equal tracks of the row a bar takes. Alone in its time: 0 of 1. */
export interface Track {
  readonly index: number;
  readonly of: number;
}

const alone: Track = { index: 0, of: 1 };

/**
 * Tracks of bars sorted by start, such that no two overlapping bars share one. Bars that overlap
 * directly or through others form a cluster of the same number of tracks. Touching bars do not overlap.
 */
export function stack(bars: readonly Span[]): Track[] {
  const tracks: Track[] = new Array(bars.length);
  for (let i = 0; i < bars.length; ) {
    const ends = [bars[i]!.end];
    const index = [0];
    let clusterEnd = bars[i]!.end;
    let next = i + 1;
    for (; next < bars.length && bars[next]!.start < clusterEnd; next++) {
      const bar = bars[next]!;
      let free = ends.findIndex((end) => end <= bar.start);
      if (free < 0) free = ends.length;
      ends[free] = bar.end;
      index.push(free);
      clusterEnd = Math.max(clusterEnd, bar.end);
    }
    for (let k = i; k < next; k++) {
      tracks[k] = ends.length === 1 ? alone : { index: index[k - i]!, of: ends.length };
    }
    i = next;
  }
  return tracks;
}

/** Top and height in px of a track in a row; the row keeps a margin, tracks keep 1 px between them. */
export function trackBox(track: Track, rowHeight: number): { top: number; height: number } {
  const margin = rowHeight < 40 ? 3 : 4;
  const inner = rowHeight - 2 * margin - 1;
  const share = inner / track.of;
  const top = Math.round(track.index * share);
  const gap = track.index < track.of - 1 ? 1 : 0;
  return { top: margin + top, height: Math.round((track.index + 1) * share) - top - gap };
}
