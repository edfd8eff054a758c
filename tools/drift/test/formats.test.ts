import { describe, expect, test } from "vitest";
import { checkPage } from "../src/check.ts";
import { formats } from "./pages/document.ts";
import { allFormats, checked, committedOf, madeUp } from "./pages/providers.ts";

describe.each(madeUp)("the page of $name", (provider) => {
  test.each(allFormats)("accepted from %s, says the same in every format", async (format) => {
    const committed = await committedOf(provider, format);
    for (const other of allFormats) {
      const result = await checked(provider.page, other, committed, provider.spec);
      expect({ other, changes: "changes" in result ? result.changes : result.status }).toEqual({
        other,
        changes: [],
      });
    }
  });
});

test("what is read is what a person reads on the page", async () => {
  const provider = madeUp.find(({ name }) => name === "quay");
  if (!provider) throw new Error("There is no quay.");
  const { facts } = await committedOf(provider, "joined");
  const said = Object.fromEntries(facts.map(({ id, value }) => [id, value]));
  expect(said).toMatchObject({
    "operation.method": "POST",
    "operation.path": "/gateway/v2/refunds",
    "host.live": "https://gateway.quay.example",
    "host.test": "https://sandbox.quay.example",
    "request.Authorization.value": "bearer",
    "request.Content-Type.value": "application/json",
    "request.merchant_id.type": "string",
    "request.merchant_id.required": "yes",
    "request.merchant_id.maxLength": "16",
    "request.original_id.required": "conditional",
    "request.original_id.requiredWhen": "order_id absent",
    "request.amount.type": "number",
    "request.amount.minimum": "0.01",
    "request.amount.maximum": "100000",
    "request.amount.decimals": "2",
    "request.amount.unit": "major",
    "request.currency.enum.EUR": "yes",
    "request.currency.enum.USD": "yes",
    "request.reason_code.required": "no",
    "request.reason_code.enum.FRAUD": "yes",
    "example.request/amount.type": "number",
    "response.refund.state.enum.PENDING": "yes",
    "response.refund.created.format": "iso-8601",
    "response.refund.items.type": "array of object",
    "example.response.answer/refund/state.value": "DONE",
    "error.102.message": "Transaction not found",
    "error.E-900.message": "System malfunction",
  });
});

test("the date of the last update and the buttons of the site are no words of the page", async () => {
  const [provider] = madeUp;
  if (!provider) throw new Error("There is no page.");
  const committed = await committedOf(provider, "html");
  const page = formats
    .html(provider.page)
    .replace("<main>", "<main><p>Last updated on 3 May 2026</p><button>Copy</button>");
  const result = await checkPage(page, committed, async () => provider.spec);
  expect(result).toMatchObject({ status: "same", text: [] });
});
