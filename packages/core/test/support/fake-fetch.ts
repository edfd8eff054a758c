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

export function fakeFetch(answer: Answering = () => json(acornAnswer)) {
  const calls: SentRequest[] = [];
  const fetch = (async (input: Request | URL | string, init?: RequestInit) => {
    const request = new Request(input, init);
    const asked = {
      method: request.method,
      url: request.url,
      headers: Object.fromEntries(request.headers),
      body: await request.text(),
    };
    calls.push(asked);
    return answer(asked, calls.length);
  }) satisfies typeof globalThis.fetch;
  return { fetch, calls };
}
