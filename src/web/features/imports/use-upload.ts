import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import type { ImportKind } from '#contract/import-kinds.ts';
import { importMutations } from '../../data/imports.ts';
import { formatBytes } from '../../lib/format.ts';

export type Upload = {
  readonly file: File | null;
  /** Share of the bytes sent, 0 to 1; at 1 the server reads the file. */
  readonly share: number;
  readonly isPending: boolean;
  /** What the server, the network or this browser has against the file; a sentence or something thrown. */
  readonly problem: { readonly sentence: string } | { readonly error: unknown } | null;
  start(file: File): void;
  cancel(): void;
};

/** The contract's limit, told before 300 MB are on their way. */
const MOST_BYTES = 300 * 1024 * 1024;

function refusal(file: File): string | null {
  if (file.size === 0) return 'The file is empty. Choose the file that has the rows in it.';
  if (file.size > MOST_BYTES) {
    return `The file has ${formatBytes(file.size)}; the most is ${formatBytes(MOST_BYTES)}. Split it and upload the parts one after the other.`;
  }
  return null;
}

/** Sends a file and opens its import. Leaving the page stops it; closing the tab asks first. */
export function useUpload(kind: ImportKind): Upload {
  const navigate = useNavigate();
  const { mutate, reset, isPending, error } = useMutation(importMutations.upload());
  const [file, setFile] = useState<File | null>(null);
  const [share, setShare] = useState(0);
  const [sentence, setSentence] = useState<string | null>(null);
  const abort = useRef<AbortController | null>(null);

  useEffect(() => () => abort.current?.abort(), []);
  useEffect(() => {
    if (!isPending) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [isPending]);

  function start(chosen: File): void {
    const refused = refusal(chosen);
    reset();
    setSentence(refused);
    setFile(chosen);
    setShare(0);
    if (refused) return;
    const controller = new AbortController();
    abort.current = controller;
    mutate(
      { kind, file: chosen, onProgress: setShare, signal: controller.signal },
      { onSuccess: ({ id }) => void navigate({ to: '/settings/imports', search: { import: id } }) },
    );
  }
  const isStopped = error instanceof DOMException && error.name === 'AbortError';
  return {
    file,
    share,
    isPending,
    problem: sentence ? { sentence } : error && !isStopped ? { error } : null,
    start,
    cancel: () => abort.current?.abort(),
  };
}
