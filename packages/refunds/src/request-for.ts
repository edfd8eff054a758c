/** A request for the account `Name`. If `Name` is a union, the request must be valid for each account. */
export type RequestFor<Name extends string, Requests extends Record<Name, object>> = {
  /** The name of one of the accounts given to `createRefunds`. */
  readonly account: Name;
} & ValidForEach<Requests, Name>;

/** The intersection of requests. As a union it could not have more than 25 members: TypeScript compares no larger ones. */
type ValidForEach<Requests extends Record<Name, object>, Name extends string> = {
  [N in Name]: (request: Requests[N]) => void;
}[Name] extends (request: infer Request) => void
  ? Request
  : never;
