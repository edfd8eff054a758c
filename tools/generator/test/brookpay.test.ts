import { createHmac } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Notification, NotificationRequest } from "@refunds/core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { change, lineOf, problemsOf } from "./fixtures.ts";
import { type MadeUp, madeUp } from "./made-up.ts";

let brookpay: MadeUp;
let spec: string;

beforeAll(async () => {
  brookpay = await madeUp("brookpay");
  spec = await readFile(new URL("fixtures/brookpay.yaml", import.meta.url), "utf8");
});
afterAll(() => brookpay?.remove());

const secret = "whsec-of-brookpay";

interface Receiver {
  notification(request: NotificationRequest): Promise<Notification>;
}

const receiver = (webhookSecret: string | readonly string[] | undefined = secret) =>
  brookpay.client({
    environment: "test",
    apiKey: "k-secret-1",
    webhookSecret,
  }) as unknown as Receiver;

const body = JSON.stringify({
  event: "ev_7",
  type: "refund.done",
  refund: {
    id: "re_1",
    status: "done",
    charge: "ch_1",
    amount: 1050,
    currency: "EUR",
    reference: "order-1042/refund-1",
  },
});

/** By hand, as the page describes it. */
function signed(text = body, key = secret) {
  const time = Math.floor(Date.now() / 1000);
  const signature = createHmac("sha256", key).update(`${time}.${text}`).digest("hex");
  return { headers: { "brook-signature": `t=${time},v1=${signature}` }, body: text };
}

test("what is generated type-checks", () => {
  expect(() => brookpay.compile()).not.toThrow();
});

test("the client loads the code that reads notifications when one arrives", async () => {
  const index = await brookpay.read("packages/brookpay/src/index.ts");
  expect(index).toContain('() => import("./notifications.ts")');
  expect(index).not.toMatch(/^import .*notifications/m);
  expect(index).toContain("readonly webhookSecret?: string | readonly string[];");
});

test("a notification that Brookpay signed says what the spec says of it", async () => {
  const notification = await receiver().notification(signed());
  expect(notification).toMatchObject({
    verified: true,
    delivery: "ev_7",
    events: [
      {
        status: "succeeded",
        confirm: false,
        by: "/type refund.done",
        key: "order-1042/refund-1",
        refundId: "re_1",
        payments: [{ charge: "ch_1" }],
        amount: { value: 1050, currency: "EUR" },
      },
    ],
  });
  expect(notification.response.status).toBe(200);
  expect(notification.response.headers.get("Content-Type")).toBe("application/json");
  expect(await notification.response.text()).toBe('{"received":true}');
});

test.each([
  ["refund.open", { status: "pending", confirm: true }],
  ["refund.returned", { status: "reversed", confirm: false }],
])("%s", async (type, event) => {
  const { events } = await receiver().notification(signed(body.replace("refund.done", type)));
  expect(events).toMatchObject([event]);
});

test("one of several secrets is enough, and another one is not", async () => {
  const receive = receiver(["another-secret", secret]);
  expect(await receive.notification(signed())).toMatchObject({ verified: true });
  expect(await receive.notification(signed(body, "a-third-secret"))).toMatchObject({
    verified: false,
    events: [],
    response: { status: 401 },
  });
});

test("without the secret it is the program's mistake", async () => {
  const without = brookpay.client({ environment: "test", apiKey: "k-secret-1" });
  await expect((without as unknown as Receiver).notification(signed())).rejects.toMatchObject({
    code: "invalid_options",
    problems: [{ field: "webhookSecret" }],
  });
});

test("a list of secrets is checked like one", () => {
  expect(() => receiver([secret, ""])).toThrow(/webhookSecret has an entry that/);
  expect(() => receiver([])).toThrow(/webhookSecret must not be an empty list/);
});

describe("a notification that could not prove what it says is refused", () => {
  const mistakes: [name: string, piece: string, by: string, complaint: string, mark?: string][] = [
    [
      "a reversal that is asked about",
      "{ when: { /type: refund.returned }, proves: reversed, x-source: page }",
      "{ when: { /type: refund.returned }, proves: reversed, confirm: true, x-source: page }",
      "no query proves that the money came back",
      "proves: reversed, confirm",
    ],
    [
      "of no refund",
      "          key: /refund/reference\n          refund.id: /refund/id\n",
      "",
      "it does not say which refund of the payment it is about",
      "confirm: false",
    ],
    [
      "of no amount",
      "        echo: { amount: /refund/amount, currency: /refund/currency }\n",
      "",
      "it does not repeat the amount, so a part could pass for the whole",
      "confirm: false",
    ],
    [
      "over another text",
      "over: [parts.time, body]",
      "over: [parts.time]",
      "/type, /refund/reference, /refund/id, /refund/charge, /refund/amount, /refund/currency is not signed, so it proves nothing; write `confirm: true`",
      "confirm: false",
    ],
    [
      "over all that it believes but the currency",
      "over: [parts.time, body]",
      "over: [parts.time, body#/type, body#/refund/reason, body#/refund/reference, body#/refund/id, body#/refund/charge, body#/refund/amount]",
      "/refund/currency is not signed, so it proves nothing",
      "confirm: false",
    ],
    [
      "with a list that is not there",
      "        delivery: /event\n",
      "        delivery: /event\n        each: /refunds/*\n",
      'a notification has no /refunds/*: there is no "refunds"; did you mean "refund"?',
      "each: /refunds",
    ],
    [
      "with a list that is none",
      "        delivery: /event\n",
      "        delivery: /event\n        each: /refund/*\n",
      'a notification has no /refund/*: there is no "*"',
      "each: /refund",
    ],
    [
      "by an unknown part",
      "over: [parts.time, body]",
      "over: [parts.tim, body]",
      '"parts.tim" is not among `parts`; did you mean "time"?',
    ],
    [
      "by an address",
      "over: [parts.time, body]",
      "over: [parts.time, host, body]",
      "a notification has no host; use body, header.<name>, query.<name>",
    ],
    [
      "by a header that is not there",
      "from: header.Brook-Signature",
      "from: header.Brook-Signatur",
      'no notification has header.Brook-Signatur; did you mean "Brook-Signature"?',
    ],
    [
      "about a field that is not there",
      "refund.id: /refund/id",
      "refund.id: /refund/idd",
      'a notification has no /refund/idd: there is no "idd"; did you mean "id"?',
    ],
    [
      "about what no refund is known by",
      "payment.charge: /refund/charge",
      "payment.order: /refund/charge",
      "no refund is known by its payment.order",
    ],
    [
      "with a reason of something else",
      "{ when: { /type: refund.done }, proves: succeeded, x-source",
      "{ when: { /type: refund.done }, proves: succeeded, reason: not_settled, x-source",
      "a reason belongs to a decline, not to succeeded",
      "reason: not_settled",
    ],
    [
      "with another example",
      "x-expect: { status: reversed, refundId: re_1",
      "x-expect: { status: declined, refundId: re_1",
      'the rules make reversed of example "returned", not declined; correct one of them',
    ],
    [
      "sent by the sandbox, with another meaning",
      "    reversed: { x-source: page, body: { event",
      "    declined: { x-source: page, body: { event",
      "the rules read reversed in it; correct one of them",
    ],
    [
      "sent by the sandbox, with a field that is not there",
      'body: { event: "ev_{{notification.number}}", type: refund.done',
      'body: { events: "ev_{{notification.number}}", type: refund.done',
      'no notification has /events: there is no "events"; did you mean "event"?',
    ],
    [
      "sent by the sandbox, with a value that is not known",
      "ev_{{notification.number}}",
      "ev_{{delivery.number}}",
      "{{delivery.number}} is not known",
    ],
    [
      "that expects no answer",
      '        "200":\n          description: Received.',
      '        "400":\n          description: Received.',
      "nothing says what to answer; add the status that the provider expects",
      'responses:\n        "400":\n          description: Received.',
    ],
  ];
  async function expectProblem(text: string, complaint: string, mark: string) {
    const problems = await problemsOf(text, "specs/brookpay.yaml");
    const found = problems.find((problem) => problem.includes(complaint));
    expect(found, problems.join("\n")).toBeDefined();
    expect(Number(found?.split(" ")[0])).toBe(lineOf(text, mark));
  }

  test.each(mistakes)("%s", (_, piece, by, complaint, mark = by) =>
    expectProblem(change(spec, piece, by), complaint, mark),
  );

  test("by anyone", () =>
    expectProblem(
      spec.replace(/ {8}verify:[\s\S]*?(?= {8}delivery:)/, ""),
      "without `verify`, anyone can have sent it, so it proves nothing; describe the signature",
      "confirm: false",
    ));

  test("a secret that rotates is optional, and is not sent", async () => {
    const text = change(
      spec,
      "      optional: true\n      rotates: true\n",
      "      rotates: true\n",
    );
    expect((await problemsOf(text, "specs/brookpay.yaml")).join("\n")).toContain(
      '"webhookSecret" is not an optional text that only verifies notifications',
    );
  });
});
