import { afterEach, expect, test, vi } from "vitest";
import { type Account, createRefunds, type JournalStore, memoryJournal } from "../src/index.ts";

const hour = 3_600_000;
const eur = (value: number) => ({ value, currency: "EUR" });

afterEach(() => {
  vi.useRealTimers();
});

/** A shop whose provider remembers keys for a day, and whose first answers are lost. */
function remembering(journal: JournalStore) {
  const sent: string[] = [];
  const answers = { lost: true, onSend: () => {} };
  const account = {
    provider: "remembering",
    timeoutMs: 100,
    evidence: { echo: [], rules: [], sameKey: { for: 86_400, answers: "first", body: "same" } },
    check: (request: { readonly payment: object }) => ({ payment: request.payment, request }),
    refund: async ({ key }: { readonly key: string }) => {
      sent.push(key);
      answers.onSend();
      const facts = { provider: "remembering", retryable: false, message: "" };
      return answers.lost
        ? { ...facts, status: "unknown", because: "timeout" }
        : { ...facts, status: "succeeded", because: "provider_answered", refundId: key };
    },
  };
  const refunds = createRefunds({ accounts: { eu: account as unknown as Account }, journal });
  const refund = (key: string, payment = key, value = 100) =>
    refunds.refund({
      ...{ account: "eu", key, payment: { id: payment }, amount: eur(value) },
      refundable: eur(150),
    } as never);
  return { refunds, refund, sent, answers };
}

/** How many records `resume()` reads through `open()`, with this many refunds to send again. */
async function readBy(count: number): Promise<number> {
  const store = memoryJournal();
  let read = 0;
  const counting: JournalStore = {
    ...store,
    async open() {
      const open = await store.open();
      read += open.length;
      return open;
    },
  };
  const { refunds, refund, sent, answers } = remembering(counting);
  for (let nth = 0; nth < count; nth++) await refund(`k${nth}`);
  answers.lost = false;
  const resumed = await refunds.resume();
  expect(resumed.filter(({ outcome }) => outcome.status === "succeeded")).toHaveLength(count);
  expect(sent).toHaveLength(2 * count);
  return read;
}

test("resume() reads ten times as many records for ten times as many refunds", async () => {
  expect((await readBy(200)) / (await readBy(20))).toBe(10);
});

test("resume() notices a clock that is set back while it runs", async () => {
  vi.useFakeTimers({ now: 10 * hour, toFake: ["Date"] });
  const { refunds, refund, sent, answers } = remembering(memoryJournal());
  for (const key of ["a", "b"]) await refund(key);
  answers.lost = false;
  vi.setSystemTime(12 * hour);
  // Not behind any time in the record of b.
  answers.onSend = () => vi.setSystemTime(11 * hour);
  const [, b] = await refunds.resume({ concurrency: 1 });
  expect(b?.outcome).toMatchObject({ status: "unknown" });
  expect(JSON.stringify(b?.outcome)).toContain("this clock is behind");
  expect(sent).toEqual(["a", "b", "a"]);
});

test.each([
  ["needs_review", /another refund of the payment may have happened/],
  ["succeeded", /the amount exceeds refundable/],
] as const)("nothing is sent again once the payment's other refund is %s", async (status, why) => {
  const { refunds, refund, sent, answers } = remembering(memoryJournal());
  await refund("first", "payment");
  await refunds.record("first", { status: "declined", by: "Ana" });
  await refund("second", "payment", 101);
  await refunds.record("first", { status: "succeeded", by: "Ben" });
  if (status === "succeeded") await refunds.record("first", { status, by: "Ana, again" });
  expect((await refunds.get("first"))?.status).toBe(status);
  answers.lost = false;
  const outcome = await refunds.reconcile("second");
  expect(outcome).toMatchObject({ status: "unknown" });
  expect("message" in outcome && outcome.message).toMatch(why);
  expect(sent).toEqual(["first", "second"]);
});
