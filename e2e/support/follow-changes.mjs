// Reads the live stream as a browser does and tells of every visit that changed.

/**
 * @param {(path: string, headers: object, signal: AbortSignal) => Promise<Response>} open of somebody signed in
 * @param {string} after position in the feed
 * @param {(visitId: number, version: number) => void} onVisit
 * @returns {() => void} ends it
 */
export function followChanges(open, after, onVisit) {
  const ending = new AbortController();
  const read = async () => {
    const response = await open(
      `/api/events?after=${encodeURIComponent(after)}`,
      { accept: 'text/event-stream' },
      ending.signal,
    );
    if (!response.ok) throw new Error(`The stream: ${response.status}`);
    const decoder = new TextDecoder();
    let rest = '';
    for await (const chunk of response.body) {
      const frames = (rest + decoder.decode(chunk, { stream: true })).split('\n\n');
      rest = frames.pop();
      for (const frame of frames) {
        const data = frame.split('\n').find((line) => line.startsWith('data: {"'));
        if (!data || !frame.includes('event: change')) continue;
        const { kind, record } = JSON.parse(data.slice('data: '.length));
        if (kind === 'appointment') onVisit(record.id, record.version);
      }
    }
  };
  read().catch((error) => {
    if (!ending.signal.aborted) throw error;
  });
  return () => ending.abort();
}
