/** Layouts that documentation comes in, one a test: what is read of them is what a person reads. */
import { describe, expect, test } from "vitest";
import { factsOf } from "./facts-of.ts";

const html = (body: string) => `<html><body>${body}</body></html>`;

describe("HTML", () => {
  const inner = `<table><tr><th>Field</th><th>Type</th><th>Required</th><th>Description</th></tr>
<tr><td>currency</td><td>String</td><td>Yes</td><td>Three letters</td></tr>
<tr><td>value</td><td>Integer</td><td>No</td><td>Sum in cents</td></tr></table>`;

  test("a table in a cell lists the fields of its row's object", async () => {
    const page = html(`<h2>Request</h2><table>
<tr><th>Field</th><th>Required</th><th>Type</th><th>Description</th></tr>
<tr><td>amount</td><td>Yes</td><td>Object</td><td>What is refunded ${inner}</td></tr>
<tr><td>memo</td><td>No</td><td>String</td><td>Up to 20 characters</td></tr></table>`);
    expect(await factsOf(page)).toEqual({
      "request.amount.place": "body",
      "request.amount.type": "object",
      "request.amount.required": "yes",
      "request.amount.currency.place": "body",
      "request.amount.currency.type": "string",
      "request.amount.currency.required": "yes",
      "request.amount.value.place": "body",
      "request.amount.value.type": "integer",
      "request.amount.value.required": "no",
      "request.amount.value.unit": "minor",
      "request.memo.place": "body",
      "request.memo.type": "string",
      "request.memo.required": "no",
      "request.memo.maxLength": "20",
    });
  });

  test("a table that only places others is gone into", async () => {
    const page = html(`<table><tr><td>Menu</td><td><h2>Request</h2>${inner}</td></tr></table>`);
    expect(await factsOf(page)).toMatchObject({
      "request.currency.type": "string",
      "request.value.unit": "minor",
    });
  });

  test("a title above the titles of columns, which names no side of its own", async () => {
    const page = html(
      `<h2>Response</h2>${inner.replace("<tr>", '<tr><th colspan="4">Parameters</th></tr><tr>')}`,
    );
    expect(await factsOf(page)).toMatchObject({
      "response.currency.type": "string",
      "response.value.required": "no",
    });
  });

  test("the tab that is not on top", async () => {
    const page = html(`<h2>Request</h2><div role="tabpanel"><pre>curl -d @refund.json</pre></div>
<div role="tabpanel" hidden><pre>{"amount": 5}</pre></div><p hidden>GET /v0/refunds</p>`);
    expect(await factsOf(page)).toEqual({ "example.request/amount.type": "number" });
  });

  test("the first word of a list is a word of it", async () => {
    const cell = "Valid values are:<ul><li>S: it succeeded</li><li>F: it failed</li></ul>";
    const page =
      html(`<h2>Response</h2><table><tr><th>Field</th><th>Type</th><th>Description</th></tr>
<tr><td>status</td><td>string</td><td>${cell}</td></tr></table>`);
    expect(await factsOf(page)).toEqual({
      "response.status.type": "string",
      "response.status.enum.S": "yes",
      "response.status.enum.F": "yes",
    });
  });
});

describe("fields under titles of their own", () => {
  const facts = {
    "request.amount.place": "body",
    "request.amount.type": "integer",
    "request.amount.required": "yes",
    "request.amount.unit": "minor",
    "request.speed.place": "body",
    "request.speed.type": "string",
    "request.speed.required": "no",
    "request.speed.enum.instant": "yes",
    "request.speed.enum.batch": "yes",
    "example.request/amount.type": "number",
  };

  test("Markdown", async () => {
    const page = `# Refund\n\n## Body parameters\n\n### \`amount\`\n\n\`integer\` · Required\n\nIn cents.
\n### \`speed\`\n\n**string**, *optional*\n\nHow. One of:\n\n- \`instant\`\n- \`batch\`
\n### Example\n\n\`\`\`json\n{"amount": 5}\n\`\`\`\n`;
    expect(await factsOf(page)).toEqual(facts);
  });

  test("HTML", async () => {
    const page =
      html(`<h2>Body parameters</h2><h3><code>amount</code></h3><p>integer · Required</p><p>In cents.</p>
<h3><code>speed</code></h3><p>string · Optional</p><p>How. One of: instant, batch.</p><h3>Example</h3><pre>{"amount": 5}</pre>`);
    expect(await factsOf(page)).toEqual(facts);
  });

  test("text, whose titles are not marked", async () => {
    const page =
      'Body parameters\n\namount\n\ninteger · Required\n\nIn cents.\n\nspeed\n\nstring · Optional\n\nHow. One of: instant, batch.\n\nRequest example\n\n{"amount": 5}\n';
    expect(await factsOf(page)).toEqual(facts);
  });

  const said = {
    "request.amount.place": "body",
    "request.amount.type": "integer",
    "request.amount.required": "yes",
    "request.amount.unit": "minor",
    "request.reason.place": "body",
    "request.reason.type": "string",
    "request.reason.enum.duplicate": "yes",
    "request.reason.enum.fraud": "yes",
    "response.id.type": "string",
  };

  test.each([
    [
      "beside the name, in Markdown",
      "## Request\n\n**`amount`** `integer` *required*\nIn cents.\n\n**`reason`** `string`\nOne of `duplicate`, `fraud`.\n\n## Response\n\n**`id`** `string`\nOurs.\n",
    ],
    [
      "beside the name, in a list of definitions",
      html(
        "<h2>Request</h2><dl><dt><code>amount</code> <i>integer</i> <i>required</i></dt><dd>In cents.</dd><dt>reason <i>string</i></dt><dd>One of duplicate, fraud.</dd></dl><h2>Response</h2><dl><dt>id <i>string</i></dt><dd>Ours.</dd></dl>",
      ),
    ],
    [
      "beside the name, in the cell of a table",
      html(
        "<h2>Request</h2><table><tr><th>Field</th><th>Description</th></tr><tr><td>amount<br>integer<br>required</td><td>In cents.</td></tr><tr><td>reason<br>string</td><td>One of duplicate, fraud.</td></tr></table><h2>Response</h2><table><tr><th>Field</th><th>Description</th></tr><tr><td>id <i>string</i></td><td>Ours.</td></tr></table>",
      ),
    ],
    [
      "beside the name, in text",
      "Request body\n\namount integer required\nIn cents.\n\nreason string\nOne of duplicate, fraud.\n\nResponse body\n\nid string\nOurs.\n",
    ],
    [
      "a line each, in text",
      "Request body\namount\ninteger\nRequired\nIn cents.\nreason\nstring\nOne of duplicate, fraud.\nResponse body\nid\nstring\nOurs.\n",
    ],
  ])("%s", async (_, page) => {
    expect(await factsOf(page)).toEqual(said);
  });

  test.each(["Phone number", "Refund date", "Return list", "see text"])(
    "%s is no field",
    async (line) => {
      expect(await factsOf(`Request body\n\n${line}\n\nIt is up to you.\n`)).toEqual({});
    },
  );

  test("a word over a paragraph is no field", async () => {
    const page =
      "# Refund\n\n## Request\n\n### Date\n\nString or number, as you like it.\n\n### Amounts\n\nIn cents.\n";
    expect(await factsOf(page)).toEqual({});
  });
});

test("a name for people beside the one on the wire, chapters that are counted, and columns of advice", async () => {
  const page = `1. Interface address
https://api.x.example/pay/refund
Request method: POST
2. Request parameters
Field name
Variable name
Required
Type
Sample value
Description
Refund amount
refund_fee
Yes
Int
500
Amount, in cents
Cause of it
refund_desc
No
String(80)
Sold out
Shown to the buyer
3. Error codes
Name
Description
Solution
SYSTEMERROR
System timeout
Call again
NOTENOUGH
Not enough funds
Top up
`;
  expect(await factsOf(page)).toEqual({
    "operation.method": "POST",
    "operation.path": "/pay/refund",
    "host.base": "https://api.x.example",
    "request.refund_fee.place": "body",
    "request.refund_fee.type": "integer",
    "request.refund_fee.required": "yes",
    "request.refund_fee.unit": "minor",
    "request.refund_fee.sample": "digits",
    "request.refund_desc.place": "body",
    "request.refund_desc.type": "string",
    "request.refund_desc.required": "no",
    "request.refund_desc.maxLength": "80",
    "request.refund_desc.sample": "text",
    "error.SYSTEMERROR.message": "System timeout",
    "error.NOTENOUGH.message": "Not enough funds",
  });
});

test("codes in a list", async () => {
  const page =
    "# Refund\n\n## Errors\n\n- `E101` – Shop unknown\n- 40001: Too much\n- card_declined - The card was declined\n- 5000 requests a minute are allowed\n";
  expect(await factsOf(page)).toEqual({
    "error.E101.message": "Shop unknown",
    "error.40001.message": "Too much",
    "error.card_declined.message": "The card was declined",
  });
});

test("headers and places that run together", async () => {
  const page = `Request headers

HeaderRequiredDescription
X-Shop-SignatureYesSignature of the body

Request parameters

NameInTypeRequiredDescription
X-Api-KeyheaderstringtrueThe key of your account
amountbodyintegertrueSum in cents
`;
  expect(await factsOf(page)).toEqual({
    "request.X-Shop-Signature.place": "header",
    "request.X-Shop-Signature.required": "yes",
    "request.X-Api-Key.place": "header",
    "request.X-Api-Key.type": "string",
    "request.X-Api-Key.required": "yes",
    "request.amount.place": "body",
    "request.amount.type": "integer",
    "request.amount.required": "yes",
    "request.amount.unit": "minor",
  });
});

test("rows that are counted under No., and values with dashes", async () => {
  const page = `Interface, rev. 4.2

Response Parameters

No. Name Type M/O Description
1 stat String M Status: 0-accepted, 1-returned
2 ccy String(3) O Currency: USD, HKD
`;
  expect(await factsOf(page)).toEqual({
    "response.stat.type": "string",
    "response.stat.required": "yes",
    "response.stat.enum.0": "yes",
    "response.stat.enum.1": "yes",
    "response.ccy.type": "string",
    "response.ccy.required": "no",
    "response.ccy.maxLength": "3",
    "response.ccy.enum.USD": "yes",
    "response.ccy.enum.HKD": "yes",
    "page.version": "4.2",
  });
});

test("what lists no values, and a zone beside a format", async () => {
  const page = `Response

Field | Type | Description
code | string | One of the result codes below
bookedOn | date | The day it is booked, YYYY-MM-DD
sentAt | string | When it was sent, yyyy-MM-dd HH:mm:ss, in UTC+1
`;
  expect(await factsOf(page)).toEqual({
    "response.code.type": "string",
    "response.bookedOn.type": "date",
    "response.bookedOn.format": "YYYY-MM-DD",
    "response.sentAt.type": "string",
    "response.sentAt.format": "yyyy-MM-dd HH:mm:ss",
    "response.sentAt.zone": "UTC+1",
  });
});

test("a table with outer bars ends at the line that has none", async () => {
  const page = `Request body
| Field | Type | Description |
|---|---|---|
| amount | integer | Sum in cents |
Example request
{
  "amount": 5
}
Response body
| Field | Type | Description |
|---|---|---|
| note | string | a \\| b |
Error codes
| Code | Message |
|---|---|
| 71 | Order not found |
Notes
`;
  expect(await factsOf(page)).toEqual({
    "request.amount.place": "body",
    "request.amount.type": "integer",
    "request.amount.unit": "minor",
    "example.request/amount.type": "number",
    "response.note.type": "string",
    "error.71.message": "Order not found",
  });
});
