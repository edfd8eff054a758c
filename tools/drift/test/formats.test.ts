import { describe, expect, test } from "vitest";
import { checkPage } from "../src/check.ts";
import { factsOf } from "./facts-of.ts";
import { formats } from "./pages/document.ts";
import { allFormats, checked, committedOf, madeUp } from "./pages/providers.ts";

describe.each(madeUp)("the page of $name", (provider) => {
  test.each(allFormats)("accepted from %s, says the same in every format", async (format) => {
    const committed = await committedOf(provider, format);
    for (const other of allFormats) {
      const result = await checked(provider.page, other, committed, provider.spec);
      // Neither facts nor words: every sentence has the same hash in every format.
      expect({ other, result }).toMatchObject({
        other,
        result: { status: "same", changes: [], text: [] },
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

test.each([
  ["zero-width spaces, where a name may break", "&#8203;"],
  ["soft hyphens", "&shy;"],
  ["direction marks", "&#x202d;"],
  ["control characters", "\u001b"],
])("%s are no part of a name", async (_, between) => {
  const provider = madeUp.find(({ name }) => name === "quay");
  if (!provider) throw new Error("There is no quay.");
  const committed = await committedOf(provider, "html");
  const page = formats.html(provider.page);
  const changed = page.replaceAll("merchant_id", `merchant_${between}id`);
  expect(changed).not.toBe(page);
  const result = await checkPage(changed, committed, async () => provider.spec);
  expect(result).toMatchObject({ status: "same", changes: [], text: [] });
});

test.each([
  ['<aside class="theme-doc-sidebar-container">', "</aside>"],
  ['<div role="navigation">', "</div>"],
])("a menu of other calls in %s is no part of the page, and a note is", async (open, close) => {
  const provider = madeUp.find(({ name }) => name === "quay");
  if (!provider) throw new Error("There is no quay.");
  const committed = await committedOf(provider, "html");
  const menu = `${open}<ul><li>GET /gateway/v2/payments</li></ul>${close}`;
  const page = formats.html(provider.page).replace("<main>", `${menu}<main>`);
  const result = await checkPage(page, committed, async () => provider.spec);
  expect(result).toMatchObject({ status: "same", changes: [], text: [] });
  const note = page.replace("</main>", '<aside class="note">Refunds are free.</aside></main>');
  expect(await checkPage(note, committed, async () => provider.spec)).toMatchObject({
    text: [{ added: ["Refunds are free."] }],
  });
});

test("fields in lists, and codes beside HTTP statuses", async () => {
  const page = `# Refund a payment

\`POST /v1/refunds\`

## Request body

- \`payment_id\` (string, required): The payment
- \`amount\` (integer, required) - Amount in cents
- \`reason\` (string(100), optional): One of: duplicate, fraud

## Response

* id (string): The refund
* status (string): State, either pending or done

## Errors

| HTTP status | Code | Message |
|---|---|---|
| 400 | bad_request | Wrong |
| 404 | not_found | No payment |
`;
  expect(await factsOf(page)).toEqual({
    "operation.method": "POST",
    "operation.path": "/v1/refunds",
    "request.payment_id.place": "body",
    "request.payment_id.type": "string",
    "request.payment_id.required": "yes",
    "request.amount.place": "body",
    "request.amount.type": "integer",
    "request.amount.required": "yes",
    "request.amount.unit": "minor",
    "request.reason.place": "body",
    "request.reason.type": "string",
    "request.reason.required": "no",
    "request.reason.maxLength": "100",
    "request.reason.enum.duplicate": "yes",
    "request.reason.enum.fraud": "yes",
    "response.id.type": "string",
    "response.status.type": "string",
    "response.status.enum.pending": "yes",
    "response.status.enum.done": "yes",
    "error.bad_request.message": "Wrong",
    "error.not_found.message": "No payment",
  });
});

test("HTML as documentation generators write it", async () => {
  const page = `<html><body><main><h1>Refund</h1><p><code>POST</code> <code>https://api.x.example/v1/refunds</code></p>
<h2>Request</h2><table><tr><td>Field</td><td>Type</td><td>Required</td><td>Description</td></tr>
<tr><td><code>amount</code><span>*</span></td><td>integer&nbsp;(int64)</td><td>Yes</td><td>Sum<br>in cents</td></tr>
<tr><td>meta</td><td>object</td><td>No</td><td></td></tr><tr><td>└ tag</td><td>string</td><td>No</td><td>max. 20 chars</td></tr></table>
<h3>Example</h3><pre><code><span class="token-line"><span>{</span><br></span><span class="token-line">  "amount": 5,<br></span><span class="token-line">  "meta": {"tag": "x"} }<br></span></code></pre>
<h2>Response</h2><table><thead><tr><th>Name</th><th>Type</th></tr></thead><tr><td>id</td><td>string</td></tr></table></main></body></html>`;
  expect(await factsOf(page)).toEqual({
    "operation.method": "POST",
    "operation.path": "/v1/refunds",
    "host.base": "https://api.x.example",
    "request.amount.place": "body",
    "request.amount.type": "integer",
    "request.amount.required": "yes",
    "request.amount.unit": "minor",
    "request.meta.place": "body",
    "request.meta.type": "object",
    "request.meta.required": "no",
    "request.meta.tag.place": "body",
    "request.meta.tag.type": "string",
    "request.meta.tag.required": "no",
    "request.meta.tag.maxLength": "20",
    "example.request/amount.type": "number",
    "example.request/meta.type": "object",
    "example.request/meta/tag.type": "string",
    "response.id.type": "string",
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
