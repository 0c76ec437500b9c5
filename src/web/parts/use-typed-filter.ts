import { type ChangeEvent, useCallback, useEffect, useRef, useState } from 'react';

const PAUSE_MS = 200;

/**
 * A text filter that lives in the URL: what is typed shows at once and goes to the URL after a pause, or when the box
 * is left: later it would take back the link that was pressed meanwhile. A change of the URL from elsewhere (back
 * button, a link) shows in the box. Spread into a TextField.
 */
export function useTypedFilter(inUrl: string, toUrl: (text: string | undefined) => void) {
  const [typed, setTyped] = useState(inUrl);
  const latest = useRef(toUrl);
  const sent = useRef(inUrl);
  useEffect(() => {
    latest.current = toUrl;
  });
  useEffect(() => {
    if (inUrl === sent.current) return;
    sent.current = inUrl;
    setTyped(inUrl);
  }, [inUrl]);
  const send = useCallback(() => {
    const text = typed.trim();
    if (text === sent.current) return;
    sent.current = text;
    latest.current(text || undefined);
  }, [typed]);
  useEffect(() => {
    const timer = setTimeout(send, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [send]);
  return {
    value: typed,
    onChange: ({ target }: ChangeEvent<HTMLInputElement>) => setTyped(target.value),
    onBlur: send,
  };
}
