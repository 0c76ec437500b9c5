const TONES = { ok: 'text-success', soft: 'text-warning', hard: 'text-danger' };
const MOST_LINES = 7;

/** What a move would do, worst first: all that cannot be without a reason (`hardLines` of them), then what it costs. */
export function ConsequenceLines({
  severity,
  lines,
  hardLines = severity === 'hard' ? 1 : 0,
}: {
  severity: keyof typeof TONES;
  lines: readonly string[];
  hardLines?: number | undefined;
}) {
  if (lines.length === 0) return <p className="text-success">Nothing stands in the way.</p>;
  const more = lines.length - MOST_LINES;
  const isWorst = (at: number) => at === 0 || at < hardLines;
  return (
    <>
      {lines.slice(0, MOST_LINES).map((line, at) => (
        <p key={line} className={isWorst(at) ? `font-semibold ${TONES[severity]}` : 'text-muted'}>
          {line}
        </p>
      ))}
      {more > 0 && <p className="text-muted">and {more} more</p>}
    </>
  );
}
