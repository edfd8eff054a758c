/** Answers that a test gives in place of the sandbox, with the provider's signature. */
import { Certificate, createVerify } from "node:crypto";
import { expect, test } from "vitest";
import { createSandbox } from "../src/index.ts";

const { provider } = await createSandbox({ providers: ["wechatpay", "stripe"] });
const given = { status: 200, headers: { "x-own": "1" }, body: '{"status":"PROCESSING"}' };
const refunds = "https://api.mch.weixin.qq.com/v3/refund/domestic/refunds";

test("an answer of one's own is signed as the provider signs it, and stays what it is", async () => {
  const { credentials, signed } = provider("wechatpay");
  const { platformKey, platformSerial } = credentials[0] ?? {};
  const asked = [new Request(refunds, { method: "POST" }), new Request(`${refunds}/order-1?a=b`)];
  for (const request of asked) {
    const { headers, ...answer } = await signed(request, given);
    expect(answer).toEqual({ status: 200, body: given.body });
    const of = (name: string) => new Headers(headers).get(name) ?? "";
    expect(of("x-own")).toBe("1");
    expect(of("wechatpay-serial")).toBe(platformSerial);
    const text = `${of("wechatpay-timestamp")}\n${of("wechatpay-nonce")}\n${given.body}\n`;
    const verify = createVerify("RSA-SHA256").update(text);
    expect(verify.verify(String(platformKey), of("wechatpay-signature"), "base64")).toBe(true);
    expect(Math.abs(Number(of("wechatpay-timestamp")) * 1000 - Date.now())).toBeLessThan(5000);
  }
});

test("an error that other code left in this thread's OpenSSL, as msw does, is not one of the sandbox's keys", async () => {
  Certificate.verifySpkac(Buffer.from("not one"));
  const request = new Request(refunds, { method: "POST" });
  expect(await provider("wechatpay").signed(request, given)).toMatchObject({ status: 200 });
});

test("an answer to something else, or of a provider that does not sign, stays as it is", async () => {
  const elsewhere = new Request(`${refunds}/order-1/more`);
  expect(await provider("wechatpay").signed(elsewhere, given)).toBe(given);
  const refund = new Request("https://api.stripe.com/v1/refunds", { method: "POST" });
  expect(await provider("stripe").signed(refund, given)).toBe(given);
});

test("a provider without a test system is called with the environment live", () => {
  expect(provider("wechatpay").environment).toBe("live");
  expect(provider("stripe").environment).toBe("test");
});
