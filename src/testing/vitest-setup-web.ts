/** What jsdom lacks and the UI libraries ask for at once (Base UI, cmdk): no layout happens, so they observe nothing. */
import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

// A second is not much on a busy machine; what never comes is still found.
configure({ asyncUtilTimeout: 10_000 });

afterEach(cleanup);

class SilentObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

globalThis.ResizeObserver ??= SilentObserver;
Element.prototype.scrollIntoView ??= () => {};
Element.prototype.getAnimations ??= () => [];
window.matchMedia ??= (query) =>
  Object.assign(new EventTarget(), {
    media: query,
    matches: false,
    onchange: null,
    addListener: () => {},
    removeListener: () => {},
  });
