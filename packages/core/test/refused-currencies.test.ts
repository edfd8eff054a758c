import { expect, test } from "vitest";
import { acorn, acornRequest, acornTable } from "./support/acorn.ts";
import { fakeFetch } from "./support/fake-fetch.ts";
import { refusal } from "./support/refusal.ts";

test.each([
  [{ except: ["HUF"] }, 1, undefined, "is missing"],
  [undefined, 1, "XXY", "must be an ISO 4217 code in upper case"],
  [
    { exponent: 2 },
    1,
    "JPY",
    "must be an ISO 4217 code in upper case, of a currency with 2 decimals",
  ],
  [{ codes: { EUR: 2, USD: 2 } }, 1, "JPY", "must be EUR or USD"],
  [
    { except: ["HUF", "TWD"] },
    1,
    "HUF",
    "must be an ISO 4217 code in upper case, except HUF or TWD",
  ],
])(
  "with currencies %j an amount in another is refused by name",
  async (currencies, value, currency, message) => {
    const refund = { ...acornTable.refund, ...(currencies && { currencies }) };
    const request = { ...acornRequest, amount: { value, currency } };
    const { fetch, calls } = fakeFetch();
    const { problems } = await refusal(() =>
      acorn({ fetch }, { ...acornTable, refund }).refund(request),
    );
    expect(problems).toEqual([{ field: "amount.currency", message }]);
    expect(calls).toEqual([]);
  },
);
