/** Tables without titles, as references that are made from a description of the API have them. */
import { describe, expect, test } from "vitest";
import { factsOf } from "./facts-of.ts";

const fields = {
  "operation.method": "POST",
  "operation.path": "/v3/refunds",
  "request.amount.place": "body",
  "request.amount.type": "integer",
  "request.amount.required": "yes",
  "request.amount.unit": "minor",
  "request.reason.place": "body",
  "request.reason.type": "string",
  "request.reason.required": "no",
  "request.reason.maxLength": "20",
  "request.reason.enum.RETURNED": "yes",
  "request.reason.enum.TWICE": "yes",
};

const row = (name: string, flag: string, said: string) =>
  `<tr><td><span>${name}</span>${flag && `<div>${flag}</div>`}</td><td>${said}</td></tr>`;

const table = (rows: string) =>
  `<html><body><h5>Request Body schema: <span>application/json</span></h5><table>${rows}</table>
<button><span>post</span><span>/v3/refunds</span></button><button>Copy</button></body></html>`;

describe("a name, and beside it all that is said", () => {
  test("as HTML: what has no mark is optional where others have one", async () => {
    const said = `<div>string <span>&lt;= 20 characters</span></div><div>Enum: <span>"RETURNED"</span> <span>"TWICE"</span></div><p>Why it is.</p>`;
    const page = table(
      row("amount", "required", "<div>integer</div><p>How much, in cents.</p>") +
        row("reason", "", said),
    );
    expect(await factsOf(page)).toEqual(fields);
  });

  test("as Markdown", async () => {
    const page = `### Request Body schema: application/json

| | |
|---|---|
| amount <br>required | integer <br> How much, in cents. |
| reason | string &lt;= 20 characters <br> Enum: "RETURNED" "TWICE" <br> Why it is. |

post /v3/refunds
`;
    expect(await factsOf(page)).toEqual(fields);
  });

  test("as text, where the mark is glued to the name", async () => {
    const page = `Request Body schema: application/json
amountrequired
integer
How much, in cents.
reason
string <= 20 characters
Enum: "RETURNED" "TWICE"
Why it is.
post/v3/refunds
Production
https://api.x.example/v3/refunds
`;
    expect(await factsOf(page)).toEqual({ ...fields, "host.live": "https://api.x.example" });
  });

  test("without any mark nothing is said of what is required", async () => {
    const facts = await factsOf(table(row("amount", "", "integer") + row("memo", "", "string")));
    expect(Object.keys(facts).filter((id) => id.endsWith("required"))).toEqual([]);
    expect(facts).toMatchObject({ "request.memo.type": "string" });
  });

  test("a table with any other row is not one", async () => {
    const facts = await factsOf(
      table(row("memo", "", "text of the law") + row("Our office", "", "In Lisbon")),
    );
    expect(facts).toEqual({ "operation.method": "POST", "operation.path": "/v3/refunds" });
  });
});

test("words between slashes are no call, and a kind of text no type", async () => {
  const page = `<html><body><p>get/set and put/call are no methods</p>
<table><tr><td>Answers</td><td>text/html</td></tr></table></body></html>`;
  expect(Object.keys(await factsOf(page))).toEqual([]);
});

test("the version in brackets behind the API's name", async () => {
  expect(
    await factsOf("<html><body><h1>Payments API <span>(3.8.0)</span></h1></body></html>"),
  ).toEqual({
    "page.version": "3.8.0",
  });
});

test("titles of columns that are written as fields are", async () => {
  const page = `Error codes

errorCode | Meaning
NOT_FOUND | No such payment
`;
  expect(await factsOf(page)).toEqual({ "error.NOT_FOUND.message": "No such payment" });
});
