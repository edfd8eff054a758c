/** For the `fetch` entries of generated provider packages: a provider's own API through openapi-fetch. */

export type * from "openapi-fetch";
export { defineFetchClient, type FetchClient } from "./raw/fetch-client.ts";
export { isSendError, SendError, type SendFailure } from "./raw/send-error.ts";
