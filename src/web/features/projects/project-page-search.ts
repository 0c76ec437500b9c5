/** The project page's state in its URL: `?tab=budget`. Apart from the page: the route's address is read with the shell. */
export const PROJECT_TABS = ['jobs', 'visits', 'orders', 'budget'] as const;
export type ProjectPageSearch = { tab?: (typeof PROJECT_TABS)[number] | undefined };
