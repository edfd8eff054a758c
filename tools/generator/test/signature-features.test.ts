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
  const source = (file: string) => files.get(`packages/${name}/src/${file}.ts`);
  return { features: source("features") ?? "", md5: source("md5"), manifest };
};

test("a package loads only what its signatures need", async () => {
  const composed = await featuresOf("fjordpay", fjordpay);
  expect(composed.features).toContain(
    "signer: composedSigner({ load: secretKey, md5, fresh: freshValue })",
  );
  expect(composed.features).toContain("verifier: answerVerifier(byPublicKey())");
  expect(composed.features).toContain('(await import("./md5.ts")).md5(bytes);');
  expect(composed.md5).toContain('export { md5 } from "@noble/hashes/legacy.js";');
  expect(JSON.parse(composed.manifest).dependencies).toEqual({
    "@noble/hashes": "catalog:",
    "@refunds/core": "workspace:^",
  });
  const plain = await featuresOf("northpay", northpay);
  expect(plain.features).toContain("signer: hmacSigner");
  expect(plain.md5).toBeUndefined();
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
