import { defineProvider } from "@refunds/core/provider";
import { expect, test } from "vitest";
import { acorn, acornAnswer, acornRequest, acornTable, acornToken } from "./support/acorn.ts";
import { refusal } from "./support/refusal.ts";

const accessToken = acornToken;
const own = new URL(acornTable.servers.live ?? "").hostname;

test.each([
  ["http://sandbox:4010/acorn", ["sandbox"]],
  ["http://SANDBOX:4010/acorn", ["sandbox"]],
  ["http://sandbox.test.svc.cluster.local", ["other", "sandbox.test.svc.cluster.local"]],
  ["http://172.18.0.2:4010", ["172.18.0.2"]],
  ["http://[fd00::2]:4010", ["[fd00::2]"]],
])("%s is a base URL where plainHttpHosts names its host", async (baseUrl, plainHttpHosts) => {
  const asked: string[] = [];
  const fetch: typeof globalThis.fetch = async (input) => {
    asked.push(new Request(input).url);
    return Response.json(acornAnswer);
  };
  await acorn({ baseUrl, plainHttpHosts, fetch }).refund(acornRequest);
  expect(asked).toHaveLength(1);
  expect(new URL(asked[0] ?? "").host).toBe(new URL(baseUrl).host);
});

const toSandbox = { baseUrl: "http://sandbox:4010", accessToken };
const unnamed =
  'must be an https: URL, or an http: URL of this machine (localhost) or of plainHttpHosts: ["sandbox"]';
const names = 'must list test hosts, such as ["sandbox"], and none of the provider\'s own';
test.each<[string, object, string, string]>([
  ["no name", toSandbox, "baseUrl", unnamed],
  ["another name", { ...toSandbox, plainHttpHosts: ["box"] }, "baseUrl", unnamed],
  ["part of its name", { ...toSandbox, plainHttpHosts: ["sand"] }, "baseUrl", unnamed],
  [
    "a name that it only ends with",
    { ...toSandbox, baseUrl: "http://evil.sandbox", plainHttpHosts: ["sandbox"] },
    "baseUrl",
    unnamed,
  ],
  [
    "a scheme that is not http",
    { ...toSandbox, baseUrl: "ftp://sandbox", plainHttpHosts: ["sandbox"] },
    "baseUrl",
    unnamed,
  ],
  [
    "a URL for a name",
    { ...toSandbox, plainHttpHosts: ["http://sandbox"] },
    "plainHttpHosts",
    names,
  ],
  ["a port in a name", { ...toSandbox, plainHttpHosts: ["sandbox:4010"] }, "plainHttpHosts", names],
  ["text for a list", { ...toSandbox, plainHttpHosts: "sandbox" }, "plainHttpHosts", names],
  ["every host", { ...toSandbox, plainHttpHosts: ["*"] }, "plainHttpHosts", names],
  [
    "an environment",
    { environment: "live", accessToken, plainHttpHosts: ["sandbox"] },
    "plainHttpHosts",
    "is only allowed with baseUrl",
  ],
])("plain http is refused with %s", async (_, options, field, message) => {
  const { problems } = await refusal(() => defineProvider(acornTable)(options));
  expect(problems).toEqual([{ field, message }]);
});

test("what is checked is what is used, however often it changes", async () => {
  let reads = 0;
  const baseUrl = { toString: () => (reads++ === 0 ? "https://a.invalid" : `http://${own}`) };
  const asked: string[] = [];
  const fetch: typeof globalThis.fetch = async (input) => {
    asked.push(new Request(input).url);
    return Response.json(acornAnswer);
  };
  await acorn({ baseUrl: baseUrl as never, fetch }).refund(acornRequest);
  expect(asked[0]).toMatch(/^https:\/\/a\.invalid\//);
});

test.each([own, own.toUpperCase(), `${own}.`])(
  "the provider's own host %s is never called by plain http",
  async (host) => {
    for (const baseUrl of [`http://${host}`, `http://${host}:8080/v1`, "http://sandbox"]) {
      const options = { baseUrl, accessToken, plainHttpHosts: ["sandbox", host] };
      const { problems } = await refusal(() => defineProvider(acornTable)(options));
      expect(problems).toMatchObject([
        { field: "plainHttpHosts", message: expect.stringContaining("none of the provider") },
      ]);
    }
  },
);
