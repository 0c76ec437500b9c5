/**
 * Uploads say how far they are, which `fetch` cannot: the same client of the contract over XMLHttpRequest. Problems,
 * headers and keys are therefore those of every other call.
 */
import { createClient } from '#contract/client.ts';
import { newKey } from './api.ts';
import { sessionLost } from './session.ts';

/** @param onProgress share of the bytes that left this browser, 0 to 1 */
export const uploadClient = (onProgress: (share: number) => void) =>
  createClient((url, init) => send(url, init, onProgress), newKey, sessionLost);

function send(url: string, init: RequestInit, onProgress: (share: number) => void): Promise<Response> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(init.method ?? 'POST', url);
    for (const [name, value] of new Headers(init.headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => resolve(new Response(request.responseText || null, { status: request.status }));
    request.onerror = () => reject(new TypeError('The upload was cut off'));
    request.onabort = () => reject(new DOMException('The upload was stopped', 'AbortError'));
    init.signal?.addEventListener('abort', () => request.abort());
    request.send(init.body as Blob);
  });
}
