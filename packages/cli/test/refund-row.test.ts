/** What becomes of one row, whatever the journal or the account refuses. */
import { RefundError, type RefundOutcome, type RefundRecord } from "refunds";
import { expect, test, vi } from "vitest";
import type { RowRequest } from "../src/csv/row-request.ts";
import { refundRow } from "../src/run/refund-row.ts";
import type { Session } from "../src/session.ts";

const request = { account: "shop", key: "key-1", payment: {} } as unknown as RowRequest;

const unknown = {
  status: "unknown",
  because: "no_valid_answer",
  message: "No answer.",
} as unknown as RefundOutcome;
const done = { status: "succeeded", because: "provider_answered" } as RefundOutcome;
const proved = { status: "declined", because: "query_proved" } as unknown as RefundOutcome;

const refusal = (message: string) => () =>
  Promise.reject(new RefundError("invalid_request", "yedpay", [{ field: "key", message }]));

interface Calls {
  refund: (options?: { readonly resend?: true }) => Promise<RefundOutcome>;
  reconcile?: () => Promise<RefundOutcome>;
  get?: () => Promise<Partial<RefundRecord> | undefined>;
}

function tryRow({ refund, reconcile, get = async () => undefined }: Calls) {
  const refunds = {
    refund: (_: unknown, options?: { readonly resend?: true }) => refund(options),
    reconcile,
    get,
  };
  const config = { accounts: { shop: { provider: "yedpay" } } };
  const session = { config, accounts: {}, refunds } as unknown as Session;
  return refundRow(session, { request, by: "Ana" });
}

test("a request that is refused before it is sent is not_sent", async () => {
  const { outcome, laterAt } = await tryRow({ refund: refusal("is taken") });
  expect(outcome).toMatchObject({
    status: "not_sent",
    because: "request_refused",
    provider: "yedpay",
    message: "yedpay: key is taken. Nothing was sent.",
  });
  expect(laterAt).toBeUndefined();
});

test("a refund that was sent stays unknown if reconcile() is refused", async () => {
  const reconcile = refusal("is malformed");
  const { outcome } = await tryRow({ refund: async () => unknown, reconcile });
  const message = "No answer. Nothing more was sent: key is malformed.";
  expect(outcome).toEqual({ ...unknown, message });
});

test("what the query proved stays if sending again is refused", async () => {
  const { outcome } = await tryRow({
    refund: (options) => (options?.resend ? refusal("is taken")() : Promise.resolve(unknown)),
    reconcile: async () => proved,
  });
  expect(outcome).toEqual({ ...proved, message: "Nothing more was sent: key is taken." });
});

test("what an earlier run left as proved not to have happened is sent again", async () => {
  const { outcome } = await tryRow({
    refund: async (options) => (options?.resend ? done : proved),
  });
  expect(outcome).toEqual(done);
});

test("an outcome that the journal could not store is said at once, and nothing follows it", async () => {
  const write = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  const lost = { ...unknown, recorded: false } as RefundOutcome;
  const { outcome } = await tryRow({
    refund: async () => lost,
    reconcile: () => Promise.reject(new Error("The journal is away.")),
  });
  const said = write.mock.calls.join("");
  write.mockRestore();
  expect(outcome).toEqual(lost);
  expect(said).toContain("key-1");
  expect(said).toContain("NO: the journal could not store this outcome");
});

test("a refund that another process could not send, or left as unknown, is tried once more", async () => {
  const unfinished = { status: "unknown", because: "unfinished" } as unknown as RefundOutcome;
  const after = (left: RefundOutcome) =>
    tryRow({
      refund: async () => unfinished,
      reconcile: async () => unfinished,
      get: async () => ({ status: left.status, outcome: left }),
    });
  const notSent = { status: "not_sent", because: "not_connected" } as RefundOutcome;
  for (const left of [{ ...notSent, retryable: true } as RefundOutcome, unknown]) {
    expect(await after(left)).toEqual({ outcome: left, laterAt: expect.any(Number) });
  }
  const refused = { ...notSent, retryable: false } as RefundOutcome;
  expect(await after(refused)).toEqual({ outcome: refused });
  // The next try asks the provider itself.
  expect(await tryRow({ refund: async () => unknown, reconcile: async () => unknown })).toEqual({
    outcome: unknown,
  });
});

test("a refund that another process settled while it was asked about is not reported as unfinished", async () => {
  const unfinished = { status: "unknown", because: "unfinished" } as unknown as RefundOutcome;
  const { outcome, laterAt } = await tryRow({
    refund: async () => unfinished,
    reconcile: async () => unfinished,
    get: async () => ({ status: "succeeded", outcome: done }),
  });
  expect(outcome).toEqual(done);
  expect(laterAt).toBeUndefined();
});
