// Generated from specs/braintree.yaml by `npm run generate`. Do not edit: edit the spec.

import { expect, test } from "vitest";
import { braintree } from "../src/index.ts";

/** A `fetch` that keeps what it is asked and answers with one documented body. */
function answering(status: number, body: unknown) {
  const requests: Request[] = [];
  const fetch: typeof globalThis.fetch = async (...request) => {
    requests.push(new Request(...request));
    return Response.json(body, { status });
  };
  return { fetch, requests };
}

test("options are checked before anything is sent", () => {
  expect(answering(200, {}).requests).toEqual([]);
  // @ts-expect-error credentials are missing
  expect(() => braintree({ environment: "live" })).toThrow("credentials");
});
