/**
 * In the browser: the rows of the endpoint table that no first page asks for, put into `routes` when this is read. The
 * build writes its text (`packed-routes.ts`); everywhere else `routes.ts` has all of them, and this does nothing.
 */
export {};
