/** Method, path and hosts, as sentences and lines have them. */
import { expect, test } from "vitest";
import { factsOf } from "./facts-of.ts";

test("hosts and the content type, as sentences have them", async () => {
  const page = `# Refund

In test mode, use \`https://api.test.x.example\`.

| Environment | Address |
|---|---|
| Production | <https://gw.x.example/refund> |
| Integration | <https://gw-int.x.example/refund> |

HTTP method: **POST**, content type: \`application/json\`
`;
  expect(await factsOf(page)).toEqual({
    "operation.method": "POST",
    "operation.path": "/refund",
    "host.test": "https://api.test.x.example / https://gw-int.x.example",
    "host.live": "https://gw.x.example",
    "request.Content-Type.place": "header",
    "request.Content-Type.value": "application/json",
  });
});

test("an address that a sentence sends people to is no host, and its path no path", async () => {
  const page = `Refund

Sandbox: https://sandbox.x.example/v1/refund
Note: the sandbox is reset on Sundays. See https://status.x.example for planned work.
Get your production keys at https://dashboard.x.example/keys.
In production, visit https://portal.x.example/live first.
In production, use https://api.x.example/v1/refund.
`;
  expect(await factsOf(page)).toEqual({
    "operation.path": "/v1/refund",
    "host.test": "https://sandbox.x.example",
    "host.live": "https://api.x.example",
  });
});

test("another call that a sentence mentions is not the one of the page", async () => {
  const page = `Refund

Charges that were not settled are cancelled with \`PATCH /charges/{charge}/cancel\` instead.

URL https://pay.x.example/charges/{charge}/refunds

The shop calls it when goods come back, and sends a form. (POST)

If in doubt, ask for the state with GET https://pay.x.example/charges/state first.
`;
  expect(await factsOf(page)).toEqual({
    "operation.method": "POST",
    "operation.path": "/charges/{charge}/refunds",
    "host.base": "https://pay.x.example",
  });
});

test("a call that only a sentence has", async () => {
  const page =
    "To refund a payment, the shop sends a POST /refunds with what it wants to give back.";
  expect(await factsOf(page)).toEqual({ "operation.method": "POST", "operation.path": "/refunds" });
});
