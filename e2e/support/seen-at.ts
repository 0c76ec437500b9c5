import type { Page } from '@playwright/test';

/** Milliseconds since 1970 at which the words were first on the page, by its own clock (the same machine's). */
export const seenAt = (page: Page, words: string): Promise<number> =>
  page.evaluate(
    (text) =>
      new Promise<number>((resolve) => {
        const look = () => {
          if (!document.body.textContent?.includes(text)) return false;
          observer.disconnect();
          resolve(performance.timeOrigin + performance.now());
          return true;
        };
        const observer = new MutationObserver(look);
        if (!look()) observer.observe(document.body, { childList: true, subtree: true, characterData: true });
      }),
    words,
  );
