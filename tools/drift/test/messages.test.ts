/** Layouts of acquirers and gateways: types of card messages, counted rows, statuses of HTTP beside codes. */
import { describe, expect, test } from "vitest";
import { factsOf } from "./facts-of.ts";

describe("types of card messages, under Status and Format", () => {
  const facts = {
    "request.saleRef.place": "body",
    "request.saleRef.type": "string",
    "request.saleRef.required": "yes",
    "request.saleRef.maxLength": "40",
    "request.amount.place": "body",
    "request.amount.type": "integer",
    "request.amount.required": "yes",
    "request.amount.unit": "minor",
    "request.country.place": "body",
    "request.country.type": "string",
    "request.country.required": "no",
    "request.country.minLength": "2",
    "request.country.maxLength": "2",
  };
  const rows = [
    ["saleRef", "M", "an..40", "Reference of the sale"],
    ["amount", "M", "n", "Amount in minor units"],
    ["country", "O", "a2", "Country of the shop"],
  ];
  const page = (titles: string, lines: readonly string[]) =>
    `Elements of the request\n\n${titles}\n${lines.join("\n")}\n`;

  test.each([
    ["pipes", " | "],
    ["tabs", "\t"],
    ["one cell a line", "\n"],
  ])("%s", async (_, between) => {
    const titles = ["Element", "Status", "Format", "Content"].join(between);
    expect(
      await factsOf(
        page(
          titles,
          rows.map((cells) => cells.join(between)),
        ),
      ),
    ).toEqual(facts);
  });

  test("counted rows", async () => {
    const lines = rows.map((cells, at) => `${at + 1} ${cells.join(" ")}`);
    expect(await factsOf(page("# Element Status Format Content", lines))).toEqual(facts);
  });

  test("cells that run together, once the names are known", async () => {
    const lines = rows.slice(0, 2).map((cells) => cells.join(""));
    const { "request.saleRef.maxLength": most } = await factsOf(
      page("ElementStatusFormatContent", lines),
      ["saleRef", "amount"],
    );
    expect(most).toBe("40");
  });
});

describe("rows that are counted", () => {
  const facts = {
    "request.mid.place": "body",
    "request.mid.type": "string",
    "request.mid.required": "yes",
    "request.mid.maxLength": "20",
    "request.note.place": "body",
    "request.note.type": "string",
    "request.note.required": "no",
    "request.note.maxLength": "200",
    "error.0330.message": "Checksum is invalid",
    "error.0600.message": "Order not found",
  };
  const page = `Request Attributes

S.No. Attribute Data Type Max Length Mandatory Description
1 mid String 20 Y Id of the merchant
2 note String 200 N Remarks

Result Codes

S.No. Result Code Result Message
1 0330 Checksum is invalid
2 0600 Order not found
`;

  test("under S.No.", async () => {
    expect(await factsOf(page)).toEqual(facts);
  });

  test("with blank lines between them", async () => {
    expect(await factsOf(page.replace(/^(\d .*|S\.No.*)$/gm, "$1\n"))).toEqual(facts);
  });

  test("are not followed by a chapter", async () => {
    expect(await factsOf(`${page}\n3 Remarks\n`)).toEqual(facts);
  });

  test("end where other titles begin, and where something else follows the last", async () => {
    const close = page.replace(/\n\n+/g, "\n").trimEnd();
    expect(await factsOf(`${close}\nGood to know\nRefunds take a day.\n`)).toEqual(facts);
  });
});

test.each([
  ["ErrorHTTPMeaning", "E100422Store unknown"],
  ["# Error HTTP Meaning", "1 E100 422 Store unknown"],
])("a status of HTTP beside the code: %s", async (titles, row) => {
  expect(await factsOf(`Errors\n\n${titles}\n${row}\n`)).toEqual({
    "error.E100.message": "Store unknown",
  });
});

test("one cell a line, of which some have a blank line behind them", async () => {
  const page = `Headers
Header
Presence

Description

X-Nonce
Required

A value used once
Body
Property

Type

Description

amount
integer

Sum in cents
`;
  expect(await factsOf(page)).toEqual({
    "request.X-Nonce.place": "header",
    "request.X-Nonce.required": "yes",
    "request.amount.place": "body",
    "request.amount.type": "integer",
    "request.amount.unit": "minor",
  });
});

test.each([
  ["Total in øre.", "minor"],
  ["Amount, in paise", "minor"],
  ["Total in kroner.", "major"],
  ["In rupees with two decimals", "major"],
  ["In the currency's main unit", "major"],
  ["Number of the sensor", undefined],
  ["Counted in real time, in Pisa", undefined],
])("the unit of %s", async (description, unit) => {
  const facts = await factsOf(
    `Request\n\nField | Type | Description\nsum | number | ${description}\n`,
  );
  expect(facts["request.sum.unit"]).toBe(unit);
});

test("dates that begin with the day, and a path behind Resource", async () => {
  const page = `Resource: /orders/refund

Response

Field | Type | Description
paidAt | string | Time of payment "dd-MM-yyyy HH:mm:ss" (IST)
`;
  expect(await factsOf(page)).toEqual({
    "operation.path": "/orders/refund",
    "response.paidAt.type": "string",
    "response.paidAt.format": "dd-MM-yyyy HH:mm:ss",
    "response.paidAt.zone": "IST",
  });
});
