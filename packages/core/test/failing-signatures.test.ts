/** A signature that cannot be made or verified, for example because a file of a library is missing. */
import { answerVerifier } from "@refunds/core/provider";
import { expect, test } from "vitest";
import { acornClients, acornRequest, acornTable } from "./support/acorn.ts";
import { fakeFetch } from "./support/fake-fetch.ts";
import { clientOf, fetchClientOf, type Signed } from "./support/signed.ts";

const broken = async () => {
  throw Object.assign(new Error("Cannot find package"), { code: "ERR_MODULE_NOT_FOUND" });
};

const digested: Signed = {
  credentials: { key: "s3cret" },
  md5: broken,
  sign: { algorithm: "MD5", over: ["body"], encoding: "hex", to: "header.X-Sign" },
};

test("a request that cannot be signed is not sent, and sending it again would not help", async () => {
  const { fetch, calls } = fakeFetch();
  expect(await clientOf(digested, fetch).refund({})).toMatchObject({
    status: "not_sent",
    because: "not_dispatched",
    retryable: false,
    cause: { message: "Cannot find package", code: "ERR_MODULE_NOT_FOUND" },
  });
  await expect(fetchClientOf(digested, fetch).POST("/refund", {})).rejects.toThrow(
    "Cannot find package",
  );
  expect(calls).toEqual([]);
});

test("an answer whose signature cannot be verified proves nothing", async () => {
  const verify = {
    algorithm: "MD5",
    over: ["body"],
    encoding: "hex",
    from: "header.X-Sign",
  } as const;
  const { fetch, calls } = fakeFetch();
  const table = { ...acornTable, refund: { ...acornTable.refund, verify } };
  const options = { environment: "test", fetch, accessToken: "token-1234" };
  const verifier = answerVerifier(async () => broken);
  const { client } = acornClients(options, table, { verifier });
  expect(await client.refund(acornRequest)).toMatchObject({
    status: "unknown",
    because: "unverified_answer",
  });
  expect(calls).toHaveLength(1);
});
