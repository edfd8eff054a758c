/** A refund that was rehearsed is not one of the live account, although its key and its journal are the same. */
import type { JournalRecord } from "@refunds/journal";
import { describe, expect, test } from "vitest";
import {
  type Account,
  createRefunds,
  type JournalStore,
  memoryJournal,
  type ReceivedNotification,
  stripe,
} from "../src/index.ts";
import { othersOf } from "../src/other-refunds.ts";
import { sandbox } from "./support/shop.ts";
import { hmac, secret } from "./support/webhook.ts";

const [credentials] = sandbox.provider("stripe").credentials;
const secretKey = String(credentials?.secretKey).replace("_test_", "_live_");
const live = { environment: "live", secretKey };
const testing = { environment: "test" };
const [payment] = sandbox.provider("stripe").payments;
const paymentIntent = String(payment?.payment.paymentIntent);
const amount = { value: 1050, currency: payment?.amount.currency as "USD" };
const request = { account: "shop", key: "k1", payment: { paymentIntent }, amount } as const;
/** Every address, and the live system, is one sandbox. */
function everywhere(url: string, { headers, ...init }: RequestInit) {
  const text = JSON.stringify(headers).replaceAll("_live_", "_test_");
  const address = url.replace(/^.*\/stripe\//, "http://localhost/stripe/");
  return sandbox.fetch(address, { ...init, headers: JSON.parse(text) });
}

const clientOf = (options: object): Account =>
  stripe({ ...credentials, webhookSecret: secret, ...options } as never) as unknown as Account;

/** The shop's program, with an account made in this way, and what it sends. */
function shop(journal: JournalStore, options: object, named: object = {}) {
  const sent: string[] = [];
  const fetch = async (url: string, init: RequestInit) => {
    sent.push(`${init.method} ${url}`);
    return everywhere(url, init);
  };
  const accounts = { shop: { ...clientOf({ fetch, ...options }), ...named } };
  const refunds = createRefunds({ accounts, journal });
  return {
    refunds,
    sent,
    refund: (more: object = {}) => refunds.refund({ ...request, ...more } as never),
  };
}

const refused = { name: "RefundError", code: "other_environment" };

function rehearse(options: object, fault?: "reset_before" | "reset_after" | "refuse") {
  sandbox.reset();
  const journal = memoryJournal();
  const rehearsal = shop(journal, options);
  sandbox.inject(fault && (({ operation }) => (operation === "refund" ? fault : undefined)));
  const ended = async () => {
    const outcome = await rehearsal.refund();
    sandbox.inject();
    return outcome;
  };
  return { journal, rehearsal, ended };
}

describe("after a rehearsal in the same journal", () => {
  test.each([
    ["at the test system", testing, "test"],
    [
      "in a sandbox of this machine",
      { baseUrl: "http://localhost:4010/stripe" },
      "http://localhost:4010",
    ],
    [
      "in a sandbox that stands in for fetch",
      { ...live, fetch: Object.assign(everywhere, sandbox.fetch) },
      "sandbox",
    ],
  ] as const)(
    "%s, the live account does not take its outcome for its own",
    async (_, options, where) => {
      const { journal, ended } = rehearse(options);
      expect(await ended()).toMatchObject({ status: "succeeded" });
      const { refund, refunds, sent } = shop(journal, live);
      await expect(refund()).rejects.toMatchObject(refused);
      await expect(refund({}).catch(String)).resolves.toMatch(
        new RegExp(`for ${where}.*sends to live.*[Uu]se another journal.*Nothing was sent`),
      );
      expect(sent).toEqual([]);
      expect(await refunds.get("k1")).toMatchObject({ status: "succeeded", sentTo: where });
    },
  );

  test("what is settled there is not the outcome that reconcile() returns live", async () => {
    const { journal, rehearsal, ended } = rehearse(testing);
    await ended();
    const { refunds, sent } = shop(journal, live);
    await expect(refunds.reconcile("k1")).rejects.toMatchObject(refused);
    expect(sent).toEqual([]);
    expect(await rehearsal.refunds.reconcile("k1")).toMatchObject({ status: "succeeded" });
  });

  test("what it declined is not declined live, and is not sent again there", async () => {
    const { journal, rehearsal, ended } = rehearse(testing, "reset_before");
    await ended();
    await rehearsal.refunds.record("k1", { status: "declined", by: "Ana" });
    const { refund, refunds, sent } = shop(journal, live);
    await expect(refund()).rejects.toMatchObject(refused);
    await expect(refunds.refund(request, { resend: true })).rejects.toMatchObject(refused);
    expect(sent).toEqual([]);
  });

  test("what is open there is neither asked about nor sent again live; a person can record it", async () => {
    const { journal, ended } = rehearse(testing, "reset_before");
    expect(await ended()).toMatchObject({ status: "unknown" });
    const { refunds, sent } = shop(journal, live);
    await expect(refunds.reconcile("k1")).rejects.toMatchObject(refused);
    const [resumed] = await refunds.resume();
    expect(resumed?.outcome).toMatchObject({
      status: "unknown",
      message: expect.stringContaining("for test"),
    });
    expect(sent).toEqual([]);
    expect(await refunds.record("k1", { status: "declined", by: "Ana" })).toMatchObject({
      status: "declined",
    });
  });

  test("another refund of its payment waits for what a person records, the only way to settle it", async () => {
    const { journal, ended } = rehearse(testing, "reset_before");
    await ended();
    const { refund } = shop(journal, live);
    const outcome = await refund({ key: "k2" });
    expect(outcome).toMatchObject({ because: "payment_blocked", blockedBy: "k1" });
    expect("message" in outcome && outcome.message).toMatch(/Settle it first, with record\(\)/);
  });

  test("the janitor does not send it either, and reports why", async () => {
    const { journal, ended } = rehearse(testing, "reset_before");
    await ended();
    const { refunds, sent } = shop(journal, live);
    const stop = new AbortController();
    const events: { readonly event: string; readonly error?: unknown }[] = [];
    const schedule = [1000];
    const report = (event: (typeof events)[number]) => {
      events.push(event);
      stop.abort();
    };
    await refunds.janitor({ signal: stop.signal, schedule, report });
    expect(events).toMatchObject([{ event: "failed", error: refused }]);
    expect(sent).toEqual([]);
  });

  test("what never left can be sent live, and is then of live", async () => {
    const { journal, ended } = rehearse(testing, "refuse");
    expect(await ended()).toMatchObject({ status: "not_sent" });
    const { refund, refunds } = shop(journal, live);
    expect(await refunds.reconcile("k1")).toMatchObject({ status: "not_sent" });
    expect(await refund()).toMatchObject({ status: "succeeded" });
    expect(await refunds.get("k1")).toMatchObject({ sentTo: "live" });
  });

  test("it does not use up what is refundable of the payment, and no key is declined because of it", async () => {
    const { journal, ended } = rehearse(testing);
    await ended();
    const { refund, refunds, sent } = shop(journal, live);
    const second = { key: "k2", refundable: amount };
    await expect(refund(second)).rejects.toMatchObject(refused);
    expect(sent).toEqual([]);
    expect(await refunds.get("k2")).toBeUndefined();
    await refunds.record("k1", { status: "reversed", by: "Ana: a rehearsal" });
    expect(await refund(second)).toMatchObject({ status: "succeeded" });
  });

  test("another port of this machine is the same sandbox, started again", async () => {
    const at = (port: number) => ({ baseUrl: `http://localhost:${port}/stripe` });
    const { journal, ended } = rehearse(at(4010));
    await ended();
    const { refund } = shop(journal, at(4011));
    expect(await refund()).toMatchObject({ status: "succeeded" });
  });
});

describe("a notification", () => {
  const deliver = (
    { refunds }: ReturnType<typeof shop>,
    metadata: object,
  ): Promise<ReceivedNotification> => {
    const object = {
      ...{ id: "re_1", object: "refund", status: "failed", payment_intent: paymentIntent },
      ...{ amount: 1050, currency: amount.currency.toLowerCase(), metadata },
    };
    const body = JSON.stringify({
      id: "e1",
      object: "event",
      type: "refund.failed",
      data: { object },
    });
    const time = Math.floor(Date.now() / 1000);
    const signature = `t=${time},v1=${hmac("sha256", `${time}.${body}`, "hex")}`;
    return refunds.notification("shop", { headers: { "stripe-signature": signature }, body });
  };

  test("of the test system does not settle a live refund, and is asked for again", async () => {
    const { journal, ended } = rehearse(live);
    await ended();
    const other = shop(journal, testing);
    const taken = await deliver(other, { refund_key: "k1" });
    expect(taken.refunds).toEqual([{ is: "other_environment", key: "k1" }]);
    // If both are one environment after all, nothing that it proves is lost.
    expect(taken.response.status).toBe(503);
    expect(await other.refunds.get("k1")).toMatchObject({ status: "succeeded" });
    expect(other.sent).toEqual([]);
  });

  test("that only names the payment is not about a refund that was rehearsed", async () => {
    const { journal, ended } = rehearse(testing, "reset_before");
    await ended();
    const { refunds, response } = await deliver(shop(journal, live), {});
    expect(refunds).toEqual([{ is: "not_ours" }]);
    expect(response.status).toBe(200);
  });
});

describe("behind a proxy whose address changes", () => {
  const behind = (host: string) => ({ baseUrl: `https://${host}/stripe` });

  test("an open refund is refused until the account has the name of the address before", async () => {
    sandbox.reset();
    const journal = memoryJournal();
    const fetch = () => Promise.reject(new Error("lost"));
    const before = shop(journal, { ...behind("one.example"), fetch });
    expect(await before.refund()).toMatchObject({ status: "unknown" });
    const after = shop(journal, behind("two.example"));
    await expect(after.refunds.reconcile("k1")).rejects.toMatchObject(refused);
    expect(after.sent).toEqual([]);
    const named = shop(journal, behind("two.example"), { sentTo: "https://one.example" });
    await named.refunds.reconcile("k1");
    expect(named.sent).not.toEqual([]);
  });

  test("it names its address without its path", () => {
    expect(clientOf(behind("one.example:8443")).sentTo).toBe("https://one.example:8443");
  });
});

test("a total that a rehearsal of the same payment could explain proves nothing", () => {
  const of = (key: string, sentTo: string, status: string) =>
    ({ key, sentTo, state: "settled", outcome: { status } }) as unknown as JournalRecord;
  const record = of("k2", "live", "unknown");
  const others = (sentTo: string) => othersOf(record, [record, of("k1", sentTo, "succeeded")]);
  expect(others("live").uncertain).toBe(false);
  expect(others("test").uncertain).toBe(true);
});

test("a refund that was recorded without it behaves as before", async () => {
  const { journal, ended } = rehearse(testing);
  await ended();
  const { refund, sent } = shop(journal, live, { sentTo: undefined });
  expect(await refund()).toMatchObject({ status: "succeeded" });
  expect(sent).toEqual([]);
});
