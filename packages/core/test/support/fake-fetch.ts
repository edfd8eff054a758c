/** A `fetch` that records its requests and returns the given answers. */
import { acornAnswer } from "./acorn.ts";

export interface SentRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly body: string;
}

export type Answering = (asked: SentRequest, count: number) => Response | Promise<Response>;

export const json = (body: unknown, status = 200): Response =>
  new Response(typeof body === "string" ? body : JSON.stringify(body), { status });

/** @param failure of connecting, before anything is read, so that the client can know that nothing was sent */
export function fakeFetch(
  answer: Answering = () => json(acornAnswer),
  failure: (count: number) => unknown = () => undefined,
) {
  const calls: SentRequest[] = [];
  const fetch = (async (input: Request | URL | string, init?: RequestInit) => {
    const request = new Request(input, init);
    const failed = failure(calls.length + 1);
    const asked = {
      method: request.method,
      url: request.url,
      headers: Object.fromEntries(request.headers),
      body: failed ? "" : await request.text(),
    };
    calls.push(asked);
    if (failed) throw failed;
    return answer(asked, calls.length);
  }) satisfies typeof globalThis.fetch;
  return { fetch, calls };
}
