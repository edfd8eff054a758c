/** Which code a package loads for its signatures. */
import { expect, test } from "vitest";
import { generate } from "../src/index.ts";
import { change, fjordpay, northpay } from "./fixtures.ts";

const featuresOf = async (name: string, text: string) => {
  const files = await generate({
    specs: new Map([[`specs/${name}.yaml`, text]]),
    existing: new Map(),
  });
  const manifest = files.get(`packages/${name}/package.json`) ?? "";
  return { features: files.get(`packages/${name}/src/features.ts`) ?? "", manifest };
};

test("a package loads only what its signatures need", async () => {
  const composed = await featuresOf("fjordpay", fjordpay);
  expect(composed.features).toContain(
    "signer: composedSigner({ load: secretKey, md5, fresh: freshValue })",
  );
  expect(composed.features).toContain("verifier: answerVerifier(byPublicKey())");
  expect(composed.features).toContain('(await import("@noble/hashes/legacy.js")).md5(bytes);');
  expect(composed.features).not.toMatch(/^import .*@noble/m);
  expect(JSON.parse(composed.manifest).dependencies).toEqual({
    "@noble/hashes": "catalog:",
    "@refunds/core": "workspace:^",
  });
  const plain = await featuresOf("northpay", northpay);
  expect(plain.features).toContain("signer: hmacSigner");
  expect(JSON.parse(plain.manifest).dependencies).toEqual({ "@refunds/core": "workspace:^" });
  const digest = await featuresOf(
    "northpay",
    change(
      northpay,
      "algorithm: HMAC-SHA-256\n          key: credentials.apiSecret\n          over: [",
      "algorithm: SHA-256\n          over: [credentials.apiSecret, ",
    ),
  );
  expect(digest.features).toContain("signer: composedSigner({})");
  const pattern = await featuresOf(
    "northpay",
    change(
      northpay,
      "x-time: { format: unix-seconds }",
      "x-time: { format: yyyyMMddHHmmss, zone: UTC }",
    ).replace("type: integer, x-time", "type: string, x-time"),
  );
  expect(pattern.features).toContain("fresh: freshValueByPattern");
});
