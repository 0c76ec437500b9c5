/** How many requests were answered, by method, route template and status: for `/metrics` on the other port. */

type RequestCount = {
  readonly method: string;
  readonly route: string;
  readonly status: number;
  count: number;
};
export type RequestCounts = {
  add(method: string, route: string, status: number): void;
  all(): Iterable<Readonly<RequestCount>>;
};

/** As many rows as routes, methods and statuses there are: nothing a stranger sends makes a label. */
export function countRequests(): RequestCounts {
  const counts = new Map<string, RequestCount>();
  return {
    add(method, route, status) {
      const key = `${method} ${route} ${status}`;
      const found = counts.get(key);
      if (found) found.count++;
      else counts.set(key, { method, route, status, count: 1 });
    },
    all: () => counts.values(),
  };
}
