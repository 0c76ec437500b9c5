/** So many questions a second and no more: resolves when the next may be asked, or the process stops. */
export const createPace =
  (perSecond: number, stop: AbortSignal): (() => Promise<void>) =>
  () =>
    new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        stop.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, 1000 / perSecond);
      stop.addEventListener('abort', done);
      if (stop.aborted) done();
    });
