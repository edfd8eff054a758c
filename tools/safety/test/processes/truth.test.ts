import type { SandboxRequest } from "@refunds/sandbox";
import { describe, expect, test } from "vitest";
import { checkOutcome, checkSentOnce, type Truth, truthOf } from "../../src/processes/truth.ts";

const truth = (given: Partial<Truth>): Truth => ({
  arrived: 0,
  moved: 0,
  pending: 0,
  again: 0,
  ...given,
});

describe("a reported outcome", () => {
  const nothing = truth({});
  const dropped = truth({ arrived: 1 });
  const moved = truth({ arrived: 1, moved: 1 });
  const accepted = truth({ arrived: 1, moved: 1, pending: 1 });

  test.each([
    ["succeeded", moved],
    ["pending", accepted],
    ["declined", nothing],
    ["declined", dropped],
    ["not_sent", nothing],
    ["unknown", nothing],
    ["unknown", moved],
    ["needs_review", moved],
  ])("%s is correct for %j", (status, given) => {
    expect(checkOutcome("k", status, given)).toEqual([]);
  });

  test.each([
    ["succeeded", nothing],
    ["succeeded", dropped],
    ["succeeded", accepted],
    ["pending", dropped],
    ["pending", moved],
    ["declined", moved],
    ["declined", accepted],
    ["not_sent", dropped],
    ["not_sent", moved],
    ["something else", nothing],
  ])("%s is wrong for %j", (status, given) => {
    expect(checkOutcome("k", status, given)).toMatchObject([{ kind: "reported wrongly" }]);
  });
});

describe("a request whose token is refused", () => {
  const refused = {
    provider: "acme",
    operation: "refund",
    method: "POST",
    url: "http://localhost/acme/refund",
    headers: { "x-safety-key": "k" },
    body: "",
    arrived: true,
    situation: "unauthorized",
    moved: false,
    status: 401,
  } as const;

  test("has not arrived, so that its client may report not_sent", () => {
    const token = { ...refused, operation: "token", situation: "issued" } as const;
    expect(truthOf("k", [token, refused]).arrived).toBe(0);
    expect(truthOf("k", [token, { ...refused, situation: "not_judged" }]).arrived).toBe(1);
  });

  test("has arrived at a provider without tokens, where the refusal is the answer", () => {
    const elsewhere = { ...refused, provider: "other", operation: "token" } as const;
    expect(truthOf("k", [elsewhere, refused]).arrived).toBe(1);
  });
});

describe("the requests of a key", () => {
  const request = (given: Partial<SandboxRequest> = {}): SandboxRequest => ({
    provider: "acme",
    operation: "refund",
    method: "POST",
    url: "http://localhost/acme/refund",
    headers: { "x-safety-key": "k" },
    body: "",
    arrived: true,
    situation: "refunded",
    moved: true,
    status: 200,
    ...given,
  });
  const { status: _, ...unanswered } = request({ moved: false, situation: "not_judged" });
  const refused = request({ moved: false, situation: "provider_error", status: 500 });

  test("other keys, tokens and refused connections do not count", () => {
    const requests = [
      request({ headers: { "x-safety-key": "other" } }),
      request({ operation: "token", moved: false }),
      request({ arrived: false, moved: false }),
    ];
    expect(truthOf("k", requests)).toEqual(truth({}));
  });

  test.each<[string, SandboxRequest[], string[]]>([
    ["once", [request()], []],
    ["after a refusal", [refused, request()], []],
    ["after no answer", [unanswered, refused], ["sent twice"]],
    ["after it moved money", [request(), refused], ["sent twice"]],
    ["and moved money again", [request(), request()], ["double refund", "sent twice"]],
  ])("sent %s", (_, requests, kinds) => {
    expect(checkSentOnce("k", truthOf("k", requests)).map(({ kind }) => kind)).toEqual(kinds);
  });

  test("an accepted refund counts as moved", () => {
    const requests = [request({ situation: "pending" })];
    expect(truthOf("k", requests)).toEqual(truth({ arrived: 1, moved: 1, pending: 1 }));
  });
});
