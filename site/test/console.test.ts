/** The console's logic, without a browser: what it does with every provider. */
import { describe, expect, test } from "vitest";
import { providers } from "../../packages/cli/src/generated/providers.ts";
import { formOf, requestOf } from "../src/console/form.ts";
import { readLink, writeLink } from "../src/console/link.ts";
import { signatureIn } from "../src/console/signature.ts";
import { useConsole } from "../src/console/use-console.ts";
import { lostReply, moneyText } from "../src/console/words.ts";
import { openWorld } from "../src/console/world.ts";

const names = providers.map(({ name }) => name);

describe.each(names)("%s", (name) => {
  test("refunds without a fault, and shows its signature if it has one", async () => {
    const { state, choose, refund, table } = useConsole();
    await choose(name);
    await refund();
    const [step] = state.steps;
    expect([state.failure, step?.refused]).toEqual(["", undefined]);
    expect(["succeeded", "pending"]).toContain(step?.outcome?.status);
    const sent = step?.exchanges.at(-1);
    if (!sent || !table.value?.operations.refund.sign) return;
    const { header, body } = signatureIn(sent, table.value) ?? {};
    const headers = Object.keys(sent.headers).map((each) => each.toLowerCase());
    if (header !== undefined) expect(headers).toContain(header);
    else expect(body?.[1]).toMatch(/\w{20}/);
  });

  test("loses the reply: one refund, which is unknown, and nothing more is sent", async () => {
    const { state, choose, refund, again } = useConsole();
    await choose(name);
    await refund(lostReply);
    await again();
    const [lost, second] = state.steps;
    expect(lost?.outcome?.status).toBe("unknown");
    expect(second).toMatchObject({ exchanges: [], outcome: { status: "unknown" } });
    expect(state.refunds).toHaveLength(1);
    expect(state.record).toMatchObject({ status: "unknown", open: true, blocksPayment: true });
  });

  test("its notification, delivered twice, changes the refund once", async () => {
    const { state, choose, refund, deliver } = useConsole();
    await choose(name);
    await refund(lostReply);
    const [one] = state.refunds;
    if (!one || !state.notifications.some((status) => status === one.status)) return;
    await deliver(one.number);
    const { deliveries = [] } = state.steps.at(-1) ?? {};
    expect(deliveries.map(({ status }) => status < 300)).toEqual([true, true]);
    expect(state.refunds).toHaveLength(1);
  });
});

describe("the form", () => {
  const facts = providers.find(({ name }) => name === "stripe");

  test("leaves out what is empty, and keeps what cannot be read as it is", async () => {
    const { sandbox } = await openWorld("stripe", "test");
    const fields = facts ? formOf(facts, sandbox.provider("stripe"), 0) : [];
    const set = (place: string, value: string) => {
      for (const field of fields) if (field.place === place) field.value = value;
    };
    expect(requestOf(fields)).toEqual({
      key: "order-1042-refund-1",
      payment: { paymentIntent: "pi_1" },
      amount: { value: 2500, currency: "USD" },
    });
    set("amount.value", "");
    set("extra.reverseTransfer", "true");
    expect(requestOf(fields)).toMatchObject({ extra: { reverseTransfer: true } });
    expect(requestOf(fields)).not.toHaveProperty("amount");
    set("amount.value", "10.5x");
    expect(requestOf(fields)).toMatchObject({ amount: { value: "10.5x" } });
  });

  test("a link holds what was changed", async () => {
    const { sandbox } = await openWorld("stripe", "test");
    const form = () => (facts ? formOf(facts, sandbox.provider("stripe"), 0) : []);
    const changed = form().map((field) =>
      field.place === "key" ? { ...field, value: "a & b=c" } : field,
    );
    const state = { provider: "stripe", payment: 2, fault: "cut", run: true };
    expect(readLink(writeLink(state, changed, form()))).toEqual({
      ...state,
      fields: { key: "a & b=c" },
    });
  });

  test("what the package refuses is shown, and nothing is sent", async () => {
    const { state, choose, refund } = useConsole();
    await choose("stripe");
    for (const field of state.fields) if (field.place === "amount.value") field.value = "-1";
    await refund();
    expect(state.steps[0]?.refused).toContain("amount");
    expect(state.steps[0]?.exchanges).toEqual([]);
  });
});

test.each([
  [1050, "EUR", "10.50 EUR"],
  [1050, "JPY", "1050 JPY"],
  [1050, "KWD", "1.050 KWD"],
])("%s %s is %s", (value, currency, text) => {
  expect(moneyText(value, currency)).toBe(text);
});
