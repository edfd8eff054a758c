/** The client and the simulator, which share no code for signatures, agree on how real providers sign. */
import { describe, expect, test } from "vitest";
import { clientOf, signedTable } from "../../core/test/support/signed.ts";
import { signingProviders } from "../../core/test/support/signing-providers.ts";
import { createSandbox, type SampleCredential, type SimulatorTable } from "../src/index.ts";
import { writeExample } from "../src/simulator/example.ts";
import { createSimulator } from "../src/simulator/simulator.ts";

type Declared = (typeof signingProviders)[string];

const simulatorOf = (declared: Declared): SimulatorTable => {
  const { provider, servers, refund } = signedTable(declared);
  const { key } = declared.sign;
  const credentials = Object.fromEntries(
    Object.entries(declared.credentials).map(([name, value]): [string, SampleCredential] => [
      name,
      value.includes("PRIVATE KEY")
        ? { secret: true, rsaBits: 2048 }
        : { secret: `credentials.${name}` === key, value },
    ]),
  );
  const plain = { http: 200, body: {}, fill: [] };
  return {
    provider,
    title: provider,
    documentation: "https://docs.signed.invalid",
    servers: Object.values(servers),
    credentials: [credentials],
    payments: [{ payment: {}, amount: { value: 100, currency: "EUR" } }],
    partial: true,
    repeated: true,
    operations: { refund },
    statusAt: [],
    answers: {
      refunded: plain,
      payment_not_found: plain,
      invalid_request: plain,
      unauthorized: plain,
    },
  };
};

async function open(declared: Declared) {
  const sandbox = await createSandbox({ simulators: [simulatorOf(declared)] });
  const credentials = sandbox.provider("signed").credentials[0] as Record<string, string>;
  const ask = async (changes: (url: string, init: RequestInit) => [string, RequestInit]) => {
    const fetch = ((url: string, init: RequestInit) =>
      sandbox.fetch(...changes(url, init))) as typeof globalThis.fetch;
    await clientOf({ ...declared, credentials }, fetch).refund({});
    return sandbox.requests.at(-1);
  };
  return { sandbox, ask };
}

describe.each(Object.entries(signingProviders))("%s", (_, declared) => {
  test("what the client signs is accepted", async () => {
    const { ask } = await open(declared);
    // Judged after the signature: these requests name no payment.
    expect((await ask((url, init) => [url, init]))?.situation).toBe("payment_not_found");
  });

  test("a setting next to the signature can be left out", async () => {
    const simulator = simulatorOf(declared);
    const { refund } = simulator.operations;
    const setting = {
      from: "credentials.merchant",
      to: "header.X-For",
      schema: {},
      optional: true,
    } as const;
    const sandbox = await createSandbox({
      simulators: [
        {
          ...simulator,
          credentials: [{ ...simulator.credentials[0], merchant: { secret: false, value: "m-1" } }],
          operations: { refund: { ...refund, send: [...refund.send, setting] } },
        },
      ],
    });
    const credentials = sandbox.provider("signed").credentials[0] as Record<string, string>;
    await clientOf({ ...declared, credentials }, sandbox.fetch).refund({});
    expect(sandbox.requests.at(-1)?.situation).toBe("payment_not_found");
  });

  test("with another character in the signature it is refused", async () => {
    const { ask } = await open(declared);
    const { to } = declared.sign;
    if (to.startsWith("body#")) return;
    // The first of ten characters: of the signature, or of a text before it, which must fit, too.
    const other = (text: string) =>
      text.replace(/[a-z](?=[a-z0-9%+/]{9})/i, (one) => (/b/i.test(one) ? "c" : "b"));
    const asked = await ask((url, init) => {
      const [start = "", signature] = url.split("vnp_SecureHash=");
      if (signature !== undefined) return [`${start}vnp_SecureHash=${other(signature)}`, init];
      const headers = { ...(init.headers as Record<string, string>) };
      const name = to.replace("header.", "");
      headers[name] = other(headers[name] ?? "");
      return [url, { ...init, headers }];
    });
    expect(asked?.situation).toBe("bad_signature");
  });

  test("the example request of the sandbox's page is accepted", async () => {
    const simulator = await createSimulator(simulatorOf(declared), Date.now);
    const example = await writeExample(
      simulator,
      "refund",
      { payment: {} },
      simulator.table.servers[0] as string,
    );
    const { url, body, ...init } = example;
    const request = new Request(url, { ...init, ...(body !== undefined && { body }) });
    const bytes = new Uint8Array(await request.clone().arrayBuffer());
    const verdict = await simulator.judge("refund", request, bytes, []);
    expect(verdict?.situation).toBe("payment_not_found");
  });
});
