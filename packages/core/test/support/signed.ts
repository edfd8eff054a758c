/** A provider that does not exist, whose requests are signed in any way. */
import { defineFetchClient, type FetchClient } from "@refunds/core/fetch-client";
import {
  composedSigner,
  defineProvider,
  type Features,
  freshValueByPattern,
  type OperationTable,
  type Placement,
  type ProviderTable,
  type SignatureTable,
  type SigningTools,
  secretKey,
  signingKey,
  writeForm,
} from "@refunds/core/provider";
import type { AcornClient } from "./acorn.ts";
import { fakeFetch, type SentRequest } from "./fake-fetch.ts";

/** How one request is signed. */
export interface Signed {
  /** The base URL, which has a path of its own. */
  readonly base?: string;
  readonly method?: OperationTable["method"];
  readonly path?: string;
  readonly media?: "json" | "form";
  /** Place -> a value, or the name of a credential, `timestamp` or `nonce`. */
  readonly send?: readonly (Partial<Placement> & Pick<Placement, "to">)[];
  readonly sign: SignatureTable;
  readonly credentials: Readonly<Record<string, string>>;
  readonly md5?: SigningTools["md5"];
}

/** Where values come from that the tests fix. */
const placement = (given: Partial<Placement> & Pick<Placement, "to">): Placement => ({
  from: "const",
  schema: {},
  ...given,
});

export function signedTable({
  base = "https://api.signed.invalid",
  ...how
}: Signed): ProviderTable {
  const { method = "POST", path = "/refund", media = "json", send = [], sign } = how;
  const operation: OperationTable = {
    method,
    path,
    ...(method !== "GET" && { media }),
    send: send.map(placement),
    sign,
    answer: [{}],
  };
  return {
    provider: "signed",
    servers: { test: base },
    credentials: [
      Object.fromEntries(Object.keys(how.credentials).map((name) => [name, { schema: {} }])),
    ],
    errors: { list: [] },
    refund: { ...operation, identifiedBy: [], outcomes: [], echo: [] },
  };
}

/** The one request that leaves. */
export async function sentBy(how: Signed): Promise<SentRequest> {
  const { fetch, calls } = fakeFetch();
  await clientOf(how, fetch).refund({});
  if (calls.length !== 1) throw new Error(`${calls.length} requests left`);
  return calls[0] as SentRequest;
}

/** What the signature needs, as a provider's package would name it. */
const featuresOf = ({ sign, md5 }: Signed): Features => ({
  signer: composedSigner({
    load: sign.algorithm.startsWith("HMAC") ? secretKey : signingKey,
    fresh: freshValueByPattern,
    ...(md5 && { md5 }),
  }),
  body: writeForm,
  fresh: freshValueByPattern,
});

const optionsOf = ({ credentials }: Signed, fetch: typeof globalThis.fetch) => ({
  environment: "test",
  fetch,
  ...credentials,
});

export const clientOf = (
  how: Signed,
  fetch: typeof globalThis.fetch,
  table = signedTable(how),
): AcornClient =>
  defineProvider<unknown, AcornClient>(table, featuresOf(how))(optionsOf(how, fetch));

/** The openapi-fetch client of the same provider. */
export const fetchClientOf = (
  how: Signed,
  fetch: typeof globalThis.fetch,
): FetchClient<SignedPaths> =>
  defineFetchClient<unknown, SignedPaths>(signedTable(how), featuresOf(how))(optionsOf(how, fetch));

interface SignedPaths {
  "/refund": {
    post: {
      parameters: { header?: Record<string, string> };
      requestBody?: { content: { "application/json": object } };
      responses: { 200: { content: { "application/json": object } } };
    };
  };
}
