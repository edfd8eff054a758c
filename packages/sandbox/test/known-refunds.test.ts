import { createSandbox } from "@refunds/sandbox";
import { expect, test } from "vitest";

test("a refund is found by an id that is a number", async () => {
  const sandbox = await createSandbox({ providers: ["paystack"] });
  const base = "https://api.paystack.co";
  const example = await sandbox.provider("paystack").exampleRefund(base);
  if (!example) throw new Error("There is no payment to refund.");
  const { url, ...init } = example;
  const refund = await (await sandbox.fetch(url, init)).json();
  expect(refund.data.id).toBeTypeOf("number");
  const { Authorization: key = "" } = example.headers;
  const read = (id: unknown) =>
    sandbox.fetch(`${base}/refund/${id}`, { headers: { Authorization: key } });
  expect(await (await read(refund.data.id)).json()).toMatchObject({
    data: { id: refund.data.id, amount: refund.data.amount, status: "processed" },
  });
  expect((await read(refund.data.id + 1)).status).toBe(404);
});

test("what a query asks is the payment, or the refund", async () => {
  const { provider } = await createSandbox();
  const payment = { id: "T1", reference: "R1" };
  const request = { payment, key: "order-1042-refund-1" };
  expect(provider("paystack").queryFor(request, "7")).toEqual({ refund: { id: "7" } });
  const asked = { payment: { id: "T1" } };
  expect(provider("razorpay").queryFor(request, "7")).toEqual(asked);
  expect(provider("yedpay").queryFor({ payment }, "7")).toEqual(asked);
});
