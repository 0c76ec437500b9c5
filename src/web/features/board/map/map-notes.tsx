/** In place of the map where the browser has no WebGL. */
export const NoMap = () => (
  <p role="status" className="max-w-80 p-4 text-muted">
    This browser draws no maps: WebGL is missing or switched off. The list has the same rounds, and everything
    that can be done on the map can be done in it.
  </p>
);

/** Over the map whose tiles or style cannot be read, or are not what they should be. */
export const TilesFault = ({ reason }: { reason: string }) => (
  <p
    role="status"
    className="absolute right-2 bottom-8 left-2 rounded-md border border-line bg-raised px-2 py-1 text-xs text-warning"
  >
    The map behind the visits could not be read ({reason}). The visits are where they belong.
  </p>
);
