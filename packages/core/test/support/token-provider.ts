/** A provider that issues tokens, and clients of it. */
import { type AcornClient, acorn, acornAnswer, acornFetchClient, withTokenCall } from "./acorn.ts";
import { type Answering, fakeFetch, json, type SentRequest } from "./fake-fetch.ts";

export const inOneHour = () => 3600;
export const isToken = ({ url }: SentRequest) => url.endsWith("/token");
export const issued = (count: number, expires: unknown = inOneHour()) =>
  json({ state: "ok", token: `token-${count}-abcdef`, expires });

export const client = (options: object): AcornClient =>
  acorn({ appId: "app", appKey: "app-key-1", accessToken: undefined, ...options }, withTokenCall);

export const fetchClient = (options: object) =>
  acornFetchClient(
    { appId: "app", appKey: "app-key-1", accessToken: undefined, ...options },
    withTokenCall,
  );

/** Counts token requests and refund requests separately. */
export function provider(
  answer: Answering = () => json(acornAnswer),
  token: Answering = (_, count) => issued(count),
) {
  const counts = { token: 0, refund: 0 };
  const sent = fakeFetch((asked) => {
    const kind = isToken(asked) ? "token" : "refund";
    counts[kind] += 1;
    return (kind === "token" ? token : answer)(asked, counts[kind]);
  });
  return { ...sent, counts };
}
