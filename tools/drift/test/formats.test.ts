import { describe, expect, test } from "vitest";
import { formats } from "./pages/document.ts";
import { allFormats, check, checked, madeUp, madeUpBy, recordedOf } from "./pages/providers.ts";

describe.each(madeUp)("the page of $name", (provider) => {
  test.each(allFormats)("accepted from %s, says the same in every format", (format) => {
    const recorded = recordedOf(provider, format);
    for (const other of allFormats) {
      const result = checked(provider.page, other, recorded, provider.spec);
      // Neither facts nor words: every sentence has the same hash in every format.
      expect({ other, result }).toMatchObject({
        other,
        result: { status: "same", changes: [], text: [] },
      });
    }
  });
});

test("what is read is what a person reads on the page", () => {
  const provider = madeUpBy("quay");
  const { facts } = recordedOf(provider, "joined").committed;
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
])("%s are not part of a name", (_, between) => {
  const provider = madeUpBy("quay");
  const recorded = recordedOf(provider, "html");
  const page = formats.html(provider.page);
  const changed = page.replaceAll("merchant_id", `merchant_${between}id`);
  expect(changed).not.toBe(page);
  const result = check(changed, recorded, provider.spec);
  expect(result).toMatchObject({ status: "same", changes: [], text: [] });
});

test.each([
  ['<aside class="theme-doc-sidebar-container">', "</aside>"],
  ['<div role="navigation">', "</div>"],
])("a menu of other calls in %s is not part of the page, and a note is", (open, close) => {
  const provider = madeUpBy("quay");
  const recorded = recordedOf(provider, "html");
  const menu = `${open}<ul><li>GET /gateway/v2/payments</li></ul>${close}`;
  const page = formats.html(provider.page).replace("<main>", `${menu}<main>`);
  const result = check(page, recorded, provider.spec);
  expect(result).toMatchObject({ status: "same", changes: [], text: [] });
  const note = page.replace("</main>", '<aside class="note">Refunds are free.</aside></main>');
  expect(check(note, recorded, provider.spec)).toMatchObject({
    text: [{ added: ["Refunds are free."] }],
  });
});

test("the date of the last update and the buttons of the site are not words of the page", () => {
  const provider = madeUpBy("lantern");
  const recorded = recordedOf(provider, "html");
  const page = formats
    .html(provider.page)
    .replace("<main>", "<main><p>Last updated on 3 May 2026</p><button>Copy</button>");
  const result = check(page, recorded, provider.spec);
  expect(result).toMatchObject({ status: "same", text: [] });
});
